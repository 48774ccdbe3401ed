/** Whose page this is, by id; null until that is known. */
let agent: string | null = null;
let onAnother: (() => void) | null = null;

/** The page is of who was first found in it; another needs a page of their own. */
export function pageIsOf(id: string | null): void {
  agent ??= id;
}

export const pageAgent = (): string | null => agent;

/** Says what is done where the server finds another agent signed in than whose page this is. */
export function onAnotherAgent(act: () => void): () => void {
  onAnother = act;
  return () => {
    onAnother = null;
  };
}

export const anotherAgentCame = (): void => onAnother?.();

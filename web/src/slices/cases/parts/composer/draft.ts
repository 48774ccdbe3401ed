/** What is being written and was not sent yet. */
export type Draft = {
  text: string;
  files: { id: string; name: string; size: number }[];
  /** Known to the server as one sending; another after each change. */
  key: string;
};

export type DraftKind = 'reply' | 'note' | 'solution' | 'up' | 'across' | 'down' | 'ask';

/** A key that nobody guesses; also where the page came without encryption. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

export const emptyDraft = (): Draft => ({ text: '', files: [], key: newKey() });

export function isEmpty(draft: Draft): boolean {
  return draft.text.trim() === '' && draft.files.length === 0;
}

/** Reads a draft as it was kept; an empty one where there is none, or what is there is damaged. */
export function readDraft(kept: string | null): Draft {
  try {
    const found: unknown = JSON.parse(kept ?? 'null');
    if (typeof found !== 'object' || found === null) return emptyDraft();
    const { text, files, key } = found as Partial<Draft>;
    if (typeof text !== 'string' || typeof key !== 'string' || !Array.isArray(files)) {
      return emptyDraft();
    }
    return { text, files: files.filter(isFile), key };
  } catch {
    return emptyDraft();
  }
}

function isFile(value: unknown): value is Draft['files'][number] {
  if (typeof value !== 'object' || value === null) return false;
  const { id, name, size } = value as Record<string, unknown>;
  return typeof id === 'string' && typeof name === 'string' && typeof size === 'number';
}

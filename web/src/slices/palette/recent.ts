const most = 6;

/** Kept by this tab alone, and for each agent apart: names of customers are among them. */
const place = (agentId: string) => `baton.palette-recent.${agentId}`;

/** A place that was chosen. */
export type Recent = {
  id: string;
  name: string;
  note?: string | undefined;
  href?: string | undefined;
};

/** What was chosen last, the latest first. */
export function recentOf(agentId: string): Recent[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(place(agentId)) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isRecent) : [];
  } catch {
    // Whatever else was written there is no choice of ours.
    return [];
  }
}

export function noteRecent(agentId: string, chosen: Recent): void {
  const { id, name, note, href } = chosen;
  const kept = [{ id, name, note, href }, ...recentOf(agentId).filter((one) => one.id !== id)];
  sessionStorage.setItem(place(agentId), JSON.stringify(kept.slice(0, most)));
}

function isRecent(value: unknown): value is Recent {
  return typeof value === 'object' && value !== null && 'id' in value && 'name' in value;
}

/** An agent of a team who is present, and how much is in their hands. */
export type Candidate = {
  agentId: string;
  capacity: number;
  /** Open cases of this team, and of all teams, in the agent's hands. */
  loadInTeam: number;
  load: number;
  lastPickedAt: Date | null;
};

/**
 * In which order the agents of a team receive a case (domain.md, Who gets the case): below
 * capacity first, then fewest open cases, then who waited longest; if all are full, the least
 * loaded. Returns a new list; ties are broken by id so that the order is always the same.
 */
export function inOrder(candidates: Candidate[]): Candidate[] {
  return candidates.toSorted(
    (a, b) =>
      Number(isFull(a)) - Number(isFull(b)) ||
      a.load - b.load ||
      (a.lastPickedAt?.getTime() ?? 0) - (b.lastPickedAt?.getTime() ?? 0) ||
      (a.agentId < b.agentId ? -1 : 1),
  );
}

/** Whether an agent holds as many cases of the team as they can. */
export function isFull(candidate: Candidate): boolean {
  return candidate.loadInTeam >= candidate.capacity;
}

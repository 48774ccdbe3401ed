import { isOpen, opensAt, type WorkingTime } from '../../../kernel/working-time.ts';

/** An agent of a team who is present, and how much is in their hands. */
export type Candidate = {
  agentId: string;
  capacity: number;
  /** Open cases of this team, and of all teams, in the agent's hands. */
  loadInTeam: number;
  load: number;
  lastPickedAt: Date | null;
  /** Whether it is the agent's working time now; if not, when it next is (null: nobody knows). */
  onShift: boolean;
  shiftStartsAt: Date | null;
};

export type Unplanned = Omit<Candidate, keyof Shift>;

/** Whether somebody works at an instant; if not, when they next do (null: nobody knows). */
export type Shift = Pick<Candidate, 'onShift' | 'shiftStartsAt'>;

/** Says of agents whether they work at `now`; whoever has no working time always does. */
export function shiftsAt(times: Map<string, WorkingTime>, now: Date): (agentId: string) => Shift {
  // Agents with the same calendar share one object.
  const shifts = new Map<WorkingTime, Shift>();
  return (agentId) => {
    const time = times.get(agentId);
    if (!time) return { onShift: true, shiftStartsAt: null };
    const known = shifts.get(time) ?? shiftAt(time, now);
    shifts.set(time, known);
    return known;
  };
}

/** Says of each candidate whether they work at `now`. */
export function withShifts(
  candidates: Unplanned[],
  times: Map<string, WorkingTime>,
  now: Date,
): Candidate[] {
  const shiftOf = shiftsAt(times, now);
  return candidates.map((one) => ({ ...one, ...shiftOf(one.agentId) }));
}

function shiftAt(time: WorkingTime, now: Date): Shift {
  const onShift = isOpen(time, now);
  return { onShift, shiftStartsAt: onShift ? null : opensAt(time, now) };
}

/**
 * In which order the agents of a team receive a case (domain.md, Who gets the case): below
 * capacity first, then on shift now, then whose shift starts soonest, then fewest open cases, then
 * who waited longest; if all are full, the least loaded. Returns a new list; ties are broken by id
 * so that the order is always the same.
 */
export function inOrder(candidates: Candidate[]): Candidate[] {
  return candidates.toSorted(
    (a, b) =>
      Number(isFull(a)) - Number(isFull(b)) ||
      (isFull(a) ? 0 : untilShift(a) - untilShift(b)) ||
      a.load - b.load ||
      untilShift(a) - untilShift(b) ||
      (a.lastPickedAt?.getTime() ?? 0) - (b.lastPickedAt?.getTime() ?? 0) ||
      (a.agentId < b.agentId ? -1 : 1),
  );
}

/**
 * The agents among whom a row that is locked by somebody else decides: they are as good as the
 * first but for their load. Somebody full, or off shift, is no choice while another is not.
 */
export function firstChoices(order: Candidate[]): string[] {
  const first = order[0]!;
  return order
    .filter((one) => isFull(one) === isFull(first))
    .filter((one) => isFull(first) || untilShift(one) === untilShift(first))
    .map(({ agentId }) => agentId);
}

/** Whether an agent holds as many cases of the team as they can. */
export function isFull(candidate: Candidate): boolean {
  return candidate.loadInTeam >= candidate.capacity;
}

/** A number that is the smaller the sooner an agent works; far in the future where nobody knows. */
function untilShift({ onShift, shiftStartsAt }: Candidate): number {
  return onShift ? 0 : (shiftStartsAt?.getTime() ?? Number.MAX_SAFE_INTEGER);
}

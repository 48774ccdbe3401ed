import type { CaseEventShape } from '@baton/contract';

export type Hold = {
  agent: string;
  /** ISO 8601. */
  from: string;
  /** Null while they hold it. */
  to: string | null;
  /** Why it then left these hands: a reason code; null while they hold it, or when it ended. */
  why: string | null;
};

/** Who held the case and how long, the present holder first. */
export function chain(events: CaseEventShape[]): Hold[] {
  const holds: Hold[] = [];
  for (const event of events) {
    const next = takerOf(event);
    const last = holds.at(-1);
    const holding = last && last.to === null ? last : undefined;
    if (ends(event) && holding) holding.to = event.at;
    if (next === null || holding?.agent === next) continue;
    if (holding) {
      holding.to = event.at;
      holding.why = event.kind === 'handed_over' ? textOf(event, 'reason') : null;
    }
    holds.push({ agent: next, from: event.at, to: null, why: null });
  }
  return holds.toReversed();
}

/** Into whose hands the case came by this; null where it did not move. */
function takerOf(event: CaseEventShape): string | null {
  if (event.kind === 'handed_over') return textOf(event, 'to');
  const comes = ['opened', 'reopened', 'put_back'].includes(event.kind);
  return comes ? textOf(event, 'owner') : null;
}

function textOf({ data }: CaseEventShape, key: string): string | null {
  const value = data[key];
  return typeof value === 'string' ? value : null;
}

function ends({ kind }: CaseEventShape): boolean {
  return kind === 'closed' || kind === 'set_aside' || kind === 'merged';
}

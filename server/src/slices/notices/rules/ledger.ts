import type { Telling } from '@baton/contract';

/** A way as it is kept of a notice. */
export type WayKept = {
  state: string;
  reason: string | null;
  at: Date | null;
  /** Until when it is held back, and why. */
  from: Date | null;
  hold: string | null;
  /** The mail or push in which it goes. */
  carrierId: string | null;
  others: number;
};

/** What became of a notice by a way, as the ledger says it: told, held or not told, and nothing else. */
export function tellingOf(kept: WayKept): Telling {
  const { state, others } = kept;
  const at = kept.at?.toISOString() ?? null;
  const none = { words: null, at: null, until: null, others };
  if (state === 'told' || state === 'sent') return { ...none, state: 'told', reason: null, at };
  if (state === 'queued') {
    const until = kept.carrierId === null ? (kept.from?.toISOString() ?? null) : null;
    return { ...none, state: 'held', reason: whyHeld(kept), until };
  }
  if (state === 'refused') {
    return { ...none, state: 'not_told', reason: 'refused', words: kept.reason, at };
  }
  return { ...none, state: 'not_told', reason: kept.reason ?? 'not_wanted', at };
}

function whyHeld({ carrierId, from, hold }: WayKept): string {
  if (carrierId !== null) return 'sending';
  if (from === null) return 'gathering';
  return hold ?? 'outside_hours';
}

/** Nobody is told of their own act, by any way. */
export const ownAct: Telling = {
  state: 'not_told',
  reason: 'own_act',
  words: null,
  at: null,
  until: null,
  others: 0,
};

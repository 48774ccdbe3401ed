import type { CallMarkKind } from '@baton/contract';

type Press = Exclude<CallMarkKind, 'dialled'>;

/** What is most likely pressed next during a call, and what else may be; nothing after its end. */
export function nextOf(marks: readonly CallMarkKind[]): { main: Press | null; others: Press[] } {
  const last = marks.at(-1);
  if (last === undefined || last === 'ended') return { main: null, others: [] };
  const reached = marks.includes('reached');
  if (last === 'held') {
    return {
      main: reached ? 'resumed' : 'reached',
      others: reached ? ['ended'] : ['resumed', 'ended'],
    };
  }
  return reached
    ? { main: 'ended', others: ['held'] }
    : { main: 'reached', others: ['held', 'ended'] };
}

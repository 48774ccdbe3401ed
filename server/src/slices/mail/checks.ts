import type { Check } from '../../platform/check.ts';
import type { Db } from '../../platform/context.ts';
import * as store from './store/check.ts';

type Found = { caseId: string | null; id: string };

/** What must always hold of mail (domain.md, invariants 5, 6 and 9), for `doctor`. */
export const checks: Check[] = [
  check(
    'Received equals the sum of outcomes',
    store.unbalanced,
    'is a channel whose account does not add up',
  ),
  check(
    'Every outcome is true',
    store.falseOutcomes,
    'has an outcome without its case and message',
  ),
  check(
    'Nothing came from nowhere',
    store.unaccounted,
    'is a message by mail of which the mail knows nothing',
  ),
  check('Mail is processed', store.waitingLong, 'has waited for its outcome for over an hour'),
  check('Once', store.sameEffectTwice, 'had an effect twice'),
  check(
    'What goes out is in the outbox',
    store.notInOutbox,
    'is an outgoing message that is not in the outbox',
  ),
  check(
    'The outbox and the cases agree',
    store.differingFates,
    'has a fate that its case does not know',
  ),
];

function check(name: string, find: (db: Db) => Promise<Found[]>, what: string): Check {
  return {
    name,
    find: async (db) =>
      (await find(db)).map(({ caseId, id }) => ({
        ...(caseId ? { caseId } : {}),
        what: `${id} ${what}`,
      })),
  };
}

import type { Check, Finding } from '../../platform/check.ts';
import type { Db } from '../../platform/context.ts';
import { lostDkimKeys } from './commands/dkim-keys.ts';
import { lostLogins } from './commands/seals.ts';
import * as store from './store/check.ts';

type Found = { caseId: string | null; id: string };

/** What must always hold of mail (domain.md, invariants 5, 6, 9 and 11), for `doctor`. */
export const checks: Check[] = [
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
  check('Duplicates have an original', store.falseDuplicates, 'is said to repeat nothing'),
  { name: 'What is kept can be opened', find: missingContents },
  { name: 'Stored passwords and tokens can be opened', find: lost },
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
  check(
    'No machine is told anything',
    store.toldToMachines,
    'is automatic mail about a case in which no person wrote',
  ),
  check(
    'Nobody gets too much automatic mail',
    store.overBudget,
    'is automatic mail beyond the budget of its recipient',
  ),
  check('What is held is held by something', store.heldByNothing, 'is held by no breaker'),
  check(
    'Days that are over stay as they were',
    store.changedDays,
    'has another number of messages than was written down when the day ended',
  ),
  check(
    'Nobody who complained is told anything',
    store.toldAfterComplaint,
    'is automatic mail to somebody who had complained',
  ),
  check(
    'Marks of addresses have a cause',
    store.marksFromNowhere,
    'is marked, and no bounce or complaint says so',
  ),
];

/** Mailboxes, relays and keys that cannot be used: their secrets were sealed with a lost one. */
async function lost(deps: Parameters<Check['find']>[0]): Promise<Finding[]> {
  const keys = (await lostDkimKeys(deps)).map((domain) => ({
    what: `the key that signs mail of ${domain} cannot be opened; take it away and make another`,
  }));
  const logins = (await lostLogins(deps)).map(({ secret, of }) => ({
    what: `the ${secret} of ${of} cannot be opened; set it again`,
  }));
  return [...logins, ...keys];
}

const batch = 1000;
const mostMissing = 100;

/** Messages, HTML and files whose content is not in the file store. */
async function missingContents({ db, storage }: Parameters<Check['find']>[0]): Promise<Finding[]> {
  const missing: Finding[] = [];
  for (const kind of store.contents) {
    for (let after = '00000000-0000-0000-0000-000000000000'; missing.length < mostMissing;) {
      const kept = await store.contentsAfter(db, kind, after, batch);
      if (kept.length === 0) break;
      after = kept.at(-1)!.id;
      const there = await Promise.all(kept.map(({ sha256 }) => storage.has(sha256)));
      const gone = kept.filter((_, index) => !there[index]);
      missing.push(...gone.map((one) => shown(one, `has no content in the file store (${kind})`)));
    }
  }
  return missing;
}

function check(name: string, find: (db: Db) => Promise<Found[]>, what: string): Check {
  return { name, find: async ({ db }) => (await find(db)).map((found) => shown(found, what)) };
}

function shown({ caseId, id }: Found, what: string): Finding {
  return { ...(caseId ? { caseId } : {}), what: `${id} ${what}` };
}

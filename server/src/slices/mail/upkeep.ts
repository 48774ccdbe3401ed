import { dayMs } from '../../kernel/duration.ts';
import { plus } from '../../kernel/instant.ts';
import type { Upkeep } from '../../platform/upkeep.ts';
import { checkAccount } from './commands/check-account.ts';
import { onceWithinMs } from './commands/judge-message.ts';
import { forgetAutomaticMail, forgetClaims } from './store/forget.ts';

/** The daily look at the account of the mail. */
export const watchAccount: Upkeep = async (deps) => checkAccount(deps);

/**
 * What a message said first is claimed for as long as a second one would be its repeat (invariant 6),
 * and a day more: one that just comes in is not seen by whoever forgets. Senders try again for five
 * days (RFC 5321 §4.5.4.1), mailboxes that are read anew bring what they have from any time.
 */
const claimsKeptMs = onceWithinMs + dayMs;
/**
 * The budget looks back a day (invariant 11). `doctor` looks at all there is: a month lets whoever
 * hears of a flood in their holidays see that it was none, and no address stays longer than that.
 */
const automaticKeptMs = 30 * dayMs;
const batch = 5000;

/** Forgets what no longer decides what becomes of a message; in batches, so that nobody waits. */
export const forgetOldMail: Upkeep = async ({ db }, now, stopping) => {
  const claims = { now, withinMs: claimsKeptMs };
  while (!stopping.aborted && (await forgetClaims(db, claims, batch)) >= batch);
  const before = plus(now, -automaticKeptMs);
  while (!stopping.aborted && (await forgetAutomaticMail(db, before, batch)) >= batch);
};

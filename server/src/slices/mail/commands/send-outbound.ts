import { baton } from '../../../kernel/actor.ts';
import { minuteMs } from '../../../kernel/duration.ts';
import { between, plus } from '../../../kernel/instant.ts';
import type { Ctx, Deps } from '../../../platform/context.ts';
import { runCommand } from '../../../platform/db.ts';
import { addWork } from '../../../platform/work.ts';
import { caseForMail, letGo, recordDelivery } from '../../cases/index.ts';
import { tooOldMs } from '../rules/budget.ts';
import { nextAttempt } from '../rules/send-schedule.ts';
import {
  claimAttempt,
  lockOutbound,
  type OutboundRow,
  type OutboundState,
  setFate,
  setNextAttempt,
} from '../store/outbound.ts';
import { mayLeave } from '../store/relays.ts';
import type { Handover, Refusal } from '../transport/relay.ts';
import { composeMail } from './compose-mail.ts';
import { leave } from './leave.ts';
import { sendWork } from './put-in-outbox.ts';

/** Nobody else tries while one does; a server that dies meanwhile is taken over after this. */
const attemptMs = 15 * minuteMs;

/**
 * Hands a queued message to the relay: at least once, under the same Message-ID each time. Not in
 * a transaction, for a relay may take minutes; the row is claimed before and settled after.
 */
export async function sendOutbound(deps: Deps, outboundId: string): Promise<void> {
  const claimed = await runCommand(deps, baton, (ctx) => claim(ctx, outboundId));
  if (!claimed) return;
  const handover = await attempt(deps, claimed);
  await runCommand(deps, baton, (ctx) => settle(ctx, outboundId, handover));
}

/** A message that is ours to send, and whose. */
type Claimed = { row: OutboundRow; brandId: string };

/** The message, when it is now ours to send. */
async function claim(ctx: Ctx, id: string): Promise<Claimed | null> {
  const row = await lockOutbound(ctx.tx, id);
  if (row?.state !== 'queued') return null;
  if (row.next_attempt_at && between(ctx.now, row.next_attempt_at) > 0) {
    await addWork(ctx.tx, [sendWork(id, row.next_attempt_at)]);
    return null;
  }
  if (row.automatic && between(row.created_at, ctx.now) > tooOldMs) {
    await conclude(ctx, row, 'suppressed', 'message_too_old');
    return null;
  }
  const about = await caseForMail(ctx.tx, { id: row.case_id });
  if (!about) throw new Error(`The case of ${id} is gone.`);
  const { brandId } = about;
  if (!(await mayLeave(ctx.tx, ctx.deps.settings.smtpUrl, brandId))) {
    await conclude(ctx, row, 'held', 'no_relay');
    return null;
  }
  const leaves = await letGo(ctx.tx, row.message_id, ctx.now);
  if (leaves === 'withdrawn') {
    await conclude(ctx, row, 'withdrawn', null);
    return null;
  }
  if (leaves !== 'gone') {
    await addWork(ctx.tx, [sendWork(id, leaves.heldUntil)]);
    return null;
  }
  await claimAttempt(ctx.tx, id, plus(ctx.now, attemptMs));
  return { row, brandId };
}

async function attempt(deps: Deps, { row, brandId }: Claimed): Promise<Handover> {
  try {
    return await leave(deps, brandId, await composeMail(deps, row));
  } catch (error) {
    deps.log.error({ err: error, outbound: row.id }, 'A message could not be put together.');
    return { result: 'later', words: error instanceof Error ? error.message : String(error) };
  }
}

async function settle(ctx: Ctx, id: string, handover: Handover): Promise<void> {
  const row = await lockOutbound(ctx.tx, id);
  // A bounce may have been faster than the relay's own answer.
  if (row?.state !== 'queued') return;
  if (handover.result === 'taken') return settleTaken(ctx, row, handover);
  const again = handover.result === 'later' ? retryAt(ctx, row) : null;
  if (!again) return conclude(ctx, row, 'refused', joined(row.refused_for, handover.words));
  await setNextAttempt(ctx.tx, id, again, handover.words);
  await addWork(ctx.tx, [sendWork(id, again)]);
}

/**
 * Who has it does not get it again. Whom the relay refused for now is tried alone; when nobody is
 * left to try and somebody has it not, the message failed, and the owner is told for whom.
 */
async function settleTaken(ctx: Ctx, row: OutboundRow, handover: Taken): Promise<void> {
  const again = retryAt(ctx, row);
  const later = again ? handover.refused.filter(({ final }) => !final) : [];
  const never = handover.refused.filter((refusal) => !later.includes(refusal));
  const refusedFor = [...row.refused_for, ...never.map(inWords)];
  if (again && later.length > 0) {
    const remaining = later.map(({ address }) => address);
    const reason = joined([...refusedFor, ...later.map(inWords)], handover.words);
    await setNextAttempt(ctx.tx, row.id, again, reason, { remaining, refusedFor });
    return addWork(ctx.tx, [sendWork(row.id, again)]);
  }
  const state = refusedFor.length > 0 ? 'refused' : 'sent';
  const reason = joined(refusedFor, handover.words);
  const { relay, relayMimeId } = handover;
  await setFate(ctx.tx, row.id, state, reason, { sentAt: ctx.now, relay, relayMimeId });
  await tell(ctx, row, state, reason);
}

type Taken = Extract<Handover, { result: 'taken' }>;

function retryAt(ctx: Ctx, { attempts, created_at }: OutboundRow): Date | null {
  return nextAttempt(attempts, created_at, ctx.now);
}

function inWords({ address, words }: Refusal): string {
  return `not taken for ${address}: ${words}`;
}

function joined(refused: readonly string[], words: string): string {
  return [...refused, words].join(' | ').slice(0, 2000);
}

async function conclude(ctx: Ctx, row: OutboundRow, state: OutboundState, reason: string | null) {
  await setFate(ctx.tx, row.id, state, reason);
  await tell(ctx, row, state, reason);
}

async function tell(ctx: Ctx, row: OutboundRow, state: OutboundState, reason: string | null) {
  await recordDelivery(ctx, { messageId: row.message_id, outboundId: row.id, state, reason });
}

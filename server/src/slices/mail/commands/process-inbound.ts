import { baton } from '../../../kernel/actor.ts';
import type { Ctx, Deps } from '../../../platform/context.ts';
import { inTransaction, runCommand } from '../../../platform/db.ts';
import { errorCode } from '../../../platform/start-error.ts';
import {
  lockUnprocessed,
  noteTrouble,
  settleInbound,
  type Settlement,
  unprocessed,
  type Unprocessed,
} from '../store/inbound.ts';
import type { Reading } from '../transport/reading.ts';
import { readLetter } from '../transport/read-letter.ts';
import { joinCase } from './join-case.ts';
import { type Judgement, judgeMessage } from './judge-message.ts';
import { openFromLetter } from './open-from-letter.ts';
import { takeBounce } from './take-bounce.ts';

/**
 * Gives a message its one outcome (invariant 5). It is read outside of the transaction, which may
 * take a while; then everything happens in one: a crash leaves the message as it was. Does nothing
 * for a message that has its outcome.
 * @throws whatever kept it from being processed; it stays visible with the reason, and is retried
 */
export async function processInbound(deps: Deps, inboundId: string): Promise<void> {
  const row = await unprocessed(deps.db, inboundId);
  if (!row) return;
  try {
    const reading = await readLetter(deps, originalOf(row));
    await runCommand(deps, baton, (ctx) => settle(ctx, row, reading));
  } catch (error) {
    await inTransaction(deps.db, (tx) => noteTrouble(tx, row.id, troubleIn(error)));
    throw error;
  }
}

/** The stored message, as a file of its own. */
export function originalOf(row: Unprocessed) {
  const { rawSha256: sha256, rawSize: size } = row;
  return {
    sha256,
    size,
    name: 'original.eml',
    type: 'message/rfc822',
    inlineId: null,
    beginning: null,
  };
}

async function settle(ctx: Ctx, row: Unprocessed, reading: Reading): Promise<void> {
  if (!(await lockUnprocessed(ctx.tx, row.id))) return;
  const judgement = await judgeMessage(ctx, row, reading.letter);
  const effect = await carryOut(ctx, row, reading, judgement);
  const { letter } = reading;
  await settleInbound(ctx.tx, row.id, {
    outcome: judgement.verdict.outcome,
    reason: judgement.verdict.reason,
    decidedAt: ctx.now,
    sender: judgement.sender.address,
    subject: letter.subject,
    headerMessageId: letter.messageId,
    writtenAt: letter.writtenAt,
    ...effect,
  });
}

type Effect = Pick<Settlement, 'caseId' | 'messageId' | 'duplicateOf'>;

async function carryOut(
  ctx: Ctx,
  row: Unprocessed,
  reading: Reading,
  judgement: Judgement,
): Promise<Effect> {
  const { verdict } = judgement;
  switch (verdict.outcome) {
    case 'opened':
      return pick(await openFromLetter(ctx, row, reading, judgement, verdict));
    case 'joined':
      return pick(await joinCase(ctx, row, reading, { judgement, ...verdict }));
    case 'bounce': {
      const caseId = await takeBounce(ctx, reading.letter, verdict);
      return caseId === null ? {} : { caseId };
    }
    case 'duplicate':
      return { duplicateOf: verdict.of };
    case 'loop':
    case 'set_aside':
      return {};
  }
}

function pick({ caseId, messageId }: { caseId: string; messageId: string }): Effect {
  return { caseId, messageId };
}

/** A code for people, and what the program said. */
function troubleIn(error: unknown): string {
  if (errorCode(error) === 'ENOENT') return 'raw_missing: the stored message cannot be found';
  const words = error instanceof Error ? error.message : String(error);
  return `trouble: ${words.slice(0, 500)}`;
}

import { baton } from '../../../kernel/actor.ts';
import type { Ctx, Deps } from '../../../platform/context.ts';
import { inTransaction, instant, runCommand } from '../../../platform/db.ts';
import { normaliseAddress } from '../rules/address.ts';
import { authenticationOf } from '../rules/authentication.ts';
import type { Verdict } from '../rules/decide.ts';
import type { Letter } from '../rules/letter.ts';
import { clearBounce } from '../store/address-marks.ts';
import {
  lockUnprocessed,
  noteTrouble,
  settleInbound,
  type Settlement,
  unprocessed,
  type Unprocessed,
} from '../store/inbound.ts';
import { noteProbe } from '../store/probes.ts';
import { mailHouse } from '../store/settings.ts';
import { checkSender } from '../transport/check-sender.ts';
import type { Reading } from '../transport/reading.ts';
import { readApart } from '../transport/read-apart.ts';
import { joinCase } from './join-case.ts';
import { type Judgement, judgeMessage, type Released } from './judge-message.ts';
import { noteAnswer, tellOfAnswer } from './note-answer.ts';
import { openFromEnvelope } from './open-from-envelope.ts';
import { openFromLetter } from './open-from-letter.ts';
import { originalOf } from './original-of.ts';
import { takeBounce } from './take-bounce.ts';
import { isPassing, troubleIn } from './trouble.ts';

/** So often is a message tried that something in it keeps from being processed. */
const mostAttempts = 5;

/**
 * Gives a message its one outcome (invariant 5). It is read outside of the transaction, which may
 * take a while; then everything happens in one: a crash leaves the message as it was. Does nothing
 * for a message that has its outcome. What fails again and again opens a case from its envelope.
 * @throws whatever kept it from being processed; it stays visible with the reason, and is retried
 */
export async function processInbound(deps: Deps, inboundId: string): Promise<void> {
  const row = await unprocessed(deps.db, inboundId);
  if (!row) return;
  try {
    const reading = await readApart(deps, originalOf(row));
    const checked = { ...row, senderCheck: await checkOf(deps, row, reading.letter) };
    await runCommand(deps, baton, (ctx) => settle(ctx, checked, reading));
  } catch (error) {
    if ((await note(deps, row.id, error)) < mostAttempts) throw error;
    deps.log.error({ err: error, inbound: row.id }, 'A message cannot be processed as it should.');
    await openFromEnvelope(deps, row, error);
  }
}

/** What we find out of the sender ourselves, where no host that we trust has said it. */
async function checkOf(deps: Deps, row: Unprocessed, letter: Letter): Promise<string | null> {
  const { trustedHosts } = await mailHouse(deps.db, []);
  if (row.senderCheck || authenticationOf(letter, trustedHosts) !== 'unknown')
    return row.senderCheck;
  const { remoteAddress, envelopeFrom } = row;
  return checkSender(deps.storage, letter, {
    raw: { sha256: row.rawSha256 },
    remoteAddress,
    envelopeFrom,
  });
}

/** Keeps a trouble with a message; returns how often there was one that may be its own. */
async function note(deps: Deps, id: string, error: unknown): Promise<number> {
  return inTransaction(deps.db, async (tx) =>
    noteTrouble(tx, id, {
      reason: troubleIn(error),
      counts: !isPassing(error),
      at: await instant(tx, deps),
    }),
  );
}

async function settle(ctx: Ctx, row: Unprocessed, reading: Reading): Promise<void> {
  if (!(await lockUnprocessed(ctx.tx, row.id))) return;
  // Only what was held goes back into the queue when it is released.
  await settleAs(ctx, row, reading, row.releasedAt ? 'held' : null);
}

/** Judges a message whose row is locked, and carries out and keeps what it comes to. */
export async function settleAs(
  ctx: Ctx,
  row: Unprocessed,
  reading: Reading,
  released: Released,
): Promise<Verdict> {
  const judgement = await judgeMessage(ctx, row, reading.letter, released);
  const effect = await carryOut(ctx, row, reading, judgement);
  if (isFromPerson(judgement))
    await clearBounce(ctx.tx, normaliseAddress(judgement.sender.address));
  const { letter } = reading;
  await settleInbound(ctx.tx, row.id, {
    outcome: judgement.verdict.outcome,
    reason: judgement.verdict.reason,
    decidedAt: ctx.now,
    sender: judgement.sender.address,
    senderCheck: row.senderCheck,
    subject: letter.subject,
    headerMessageId: letter.messageId,
    writtenAt: letter.writtenAt,
    ...effect,
  });
  return judgement.verdict;
}

/** Then mail to the address arrives again, as far as can be told. */
function isFromPerson({ verdict, authentication }: Judgement): boolean {
  return 'automatic' in verdict && !verdict.automatic && authentication !== 'failed';
}

type Effect = Pick<Settlement, 'caseId' | 'messageId' | 'duplicateOf' | 'breakerId'>;

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
      if ('answer' in verdict) return pick(await noteAnswer(ctx, row, reading, verdict.answer));
      return pick(await joinCase(ctx, row, reading, { judgement, ...verdict }));
    case 'bounce': {
      const { returned } = judgement;
      const report = { inboundId: row.id, letter: reading.letter, verdict, returned };
      const caseId = await takeBounce(ctx, report);
      return caseId === null ? {} : { caseId };
    }
    case 'held':
      return { breakerId: verdict.breaker };
    case 'duplicate':
      return { duplicateOf: verdict.of };
    case 'set_aside':
      if (verdict.answer && verdict.reason !== 'automatic_reply') {
        await tellOfAnswer(ctx, row, verdict.reason, verdict.answer);
      }
      return {};
    case 'loop':
      if (judgement.probe) await noteProbe(ctx.tx, judgement.probe, { arrivedAt: ctx.now });
      return {};
  }
}

function pick({ caseId, messageId }: { caseId: string; messageId: string }): Effect {
  return { caseId, messageId };
}

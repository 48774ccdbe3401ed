import { dayMs, minuteMs, secondMs } from '../../kernel/duration.ts';
import { plus } from '../../kernel/instant.ts';
import type { Deps } from '../../platform/context.ts';
import { inTransaction, instant } from '../../platform/db.ts';
import type { Tasks } from '../../platform/jobs.ts';
import { repeat } from '../../platform/repeat.ts';
import { addWork } from '../../platform/work.ts';
import { agentMailWork } from './commands/mail-agent.ts';
import { mailLink } from './commands/mail-link.ts';
import { parseWork } from './commands/accept-message.ts';
import { sendProbe } from './commands/probe-channel.ts';
import { processInbound } from './commands/process-inbound.ts';
import { sendWork } from './commands/put-in-outbox.ts';
import { sendAgentMail } from './commands/send-agent-mail.ts';
import { sendMerged } from './commands/send-merged.ts';
import { sendMessage } from './commands/send-message.ts';
import { sendMoved } from './commands/send-moved.ts';
import { sendOutbound } from './commands/send-outbound.ts';
import { sendReminder } from './commands/send-reminder.ts';
import { receiptWork, sendReceipt } from './commands/send-receipt.ts';
import { withdrawOutbound } from './commands/withdraw-outbound.ts';
import { watchPace } from './commands/watch-pace.ts';
import { overdueAgentMail } from './store/agent-mail.ts';
import { casesWithoutReceipt, unsentMessages } from './store/correspondence.ts';
import { stuckInbound } from './store/inbound.ts';
import { overdueOutbound } from './store/outbound.ts';
import { closeReader } from './transport/read-apart.ts';
import { closeRelays } from './transport/relay.ts';

/** The work of the mail, by the names under which it is recorded. */
export const mailTasks: Tasks = {
  'mail.parse': (deps, { inboundId }) => processInbound(deps, String(inboundId)),
  'mail.receipt': (deps, { caseId }) => sendReceipt(deps, String(caseId)),
  'mail.message': (deps, { messageId }) => sendMessage(deps, String(messageId)),
  'mail.withdrawn': (deps, { messageId }) => withdrawOutbound(deps, String(messageId)),
  'mail.moved': (deps, { caseId, seq }) => sendMoved(deps, String(caseId), Number(seq)),
  'mail.reminder': (deps, { caseId, seq }) => sendReminder(deps, String(caseId), Number(seq)),
  'mail.merged': (deps, { caseId, seq }) => sendMerged(deps, String(caseId), Number(seq)),
  'mail.link': (deps, { linkId }) => mailLink(deps, String(linkId)),
  'mail.agent': (deps, { mailId }) => sendAgentMail(deps, String(mailId)),
  'mail.probe': (deps, { probeId }) => sendProbe(deps, String(probeId)),
  'mail.send': (deps, { outboundId }) => sendOutbound(deps, String(outboundId)),
};

/** Work that has not been done after this long has lost its job, or its job gave up. */
const lostAfterMs = 20 * minuteMs;
const lookEveryMs = 5 * minuteMs;
/** How often it is looked at how much comes. */
const paceEveryMs = 30 * secondMs;
const batch = 500;
/** A receipt that was lost for longer would be read by nobody; within it, it is at least recorded. */
const receiptLostMs = 3 * dayMs;

/** Records the work again of messages that still wait, in or out, and of answers. Returns how many. */
export async function recoverLostWork(deps: Deps): Promise<number> {
  const count = await inTransaction(deps.db, async (tx) => {
    const now = await instant(tx, deps);
    const before = plus(now, -lostAfterMs);
    const since = plus(now, -receiptLostMs);
    const work = [
      ...(await stuckInbound(tx, before, batch)).map(parseWork),
      ...(await overdueOutbound(tx, before, batch)).map((id) => sendWork(id)),
      ...(await overdueAgentMail(tx, before, batch)).map((id) => agentMailWork(id)),
      ...(await unsentMessages(tx, before, batch)).map(messageWork),
      ...(await casesWithoutReceipt(tx, { since, before }, batch)).map((id) => receiptWork(id)),
    ];
    await addWork(tx, work);
    return work.length;
  });
  if (count > 0) deps.wake();
  return count;
}

function messageWork(messageId: string) {
  return { task: 'mail.message', payload: { messageId }, key: `mail.message:${messageId}` };
}

/**
 * Looks after lost work and storms for as long as the server runs. `stop` also lets go of the relay
 * and of the thread that reads mail.
 */
export function startMailUpkeep(deps: Deps): { stop: () => Promise<void> } {
  const lost = 'Lost mail work could not be looked for; trying again.';
  const pace = 'How much mail comes could not be looked at; trying again.';
  const looks = [
    repeat(deps, lookEveryMs, () => recoverLostWork(deps), lost),
    repeat(deps, paceEveryMs, () => watchPace(deps), pace),
  ];
  return {
    stop: async () => {
      await Promise.all(looks.map((look) => look.stop()));
      closeRelays();
      await closeReader();
    },
  };
}

import { baton } from '../../../kernel/actor.ts';
import { minuteMs } from '../../../kernel/duration.ts';
import { between, plus } from '../../../kernel/instant.ts';
import type { Ctx, Deps } from '../../../platform/context.ts';
import { runCommand } from '../../../platform/db.ts';
import { addWork } from '../../../platform/work.ts';
import { linkUrl } from '../../auth/index.ts';
import { settleMailed } from '../../notices/index.ts';
import { domainOf } from '../rules/address.ts';
import { tooOldMs } from '../rules/budget.ts';
import { nextAttempt } from '../rules/send-schedule.ts';
import {
  type AgentMailRow,
  claimAgentMail,
  lockAgentMail,
  retryAgentMail,
  setAgentMailFate,
} from '../store/agent-mail.ts';
import { mayLeave } from '../store/relays.ts';
import { mailHouse } from '../store/settings.ts';
import { linkPlace } from '../texts/links.ts';
import { frameOf } from '../texts/frame.ts';
import { htmlOfText } from '../texts/html.ts';
import { spoken } from '../texts/index.ts';
import type { Handover, Outgoing } from '../transport/relay.ts';
import { leave } from './leave.ts';
import { agentMailWork, choicesPath } from './mail-agent.ts';

/** Nobody else tries while one does; a server that dies meanwhile is taken over after this. */
const attemptMs = 15 * minuteMs;

/** Hands a mail to an agent to the relay, at least once, and keeps its fate with the notices. */
export async function sendAgentMail(deps: Deps, id: string): Promise<void> {
  const row = await runCommand(deps, baton, (ctx) => claim(ctx, id));
  if (!row) return;
  const handover = await attempt(deps, row);
  await runCommand(deps, baton, (ctx) => settle(ctx, id, handover));
}

/** The row, when it is now ours to send. */
async function claim(ctx: Ctx, id: string): Promise<AgentMailRow | null> {
  const row = await lockAgentMail(ctx.tx, id);
  if (row?.state !== 'queued') return null;
  if (row.next_attempt_at && between(ctx.now, row.next_attempt_at) > 0) {
    await addWork(ctx.tx, [agentMailWork(id, row.next_attempt_at)]);
    return null;
  }
  if (between(row.created_at, ctx.now) > tooOldMs) {
    await conclude(ctx, row, 'refused', row.reason ?? 'too_old');
    return null;
  }
  const { smtpUrl } = ctx.deps.settings;
  if (
    row.brand_id === null ? smtpUrl === undefined : !(await mayLeave(ctx.tx, smtpUrl, row.brand_id))
  ) {
    await conclude(ctx, row, 'refused', 'no_relay');
    return null;
  }
  await claimAgentMail(ctx.tx, id, plus(ctx.now, attemptMs));
  return row;
}

async function attempt(deps: Deps, row: AgentMailRow): Promise<Handover> {
  return leave(deps, row.brand_id, await composed(deps, row));
}

async function composed(deps: Deps, row: AgentMailRow): Promise<Outgoing> {
  const { installation } = await mailHouse(deps.db, []);
  const text =
    row.link_id === null ? row.text : row.text.replace(linkPlace, linkUrl(deps, row.link_id));
  return {
    from: { name: row.sender_name, address: row.sender },
    to: [row.recipient],
    cc: [],
    replyTo: row.reply_to,
    subject: row.subject,
    messageId: row.mime_id!,
    ...threadOf(row),
    date: row.created_at,
    headers: {
      'X-Baton-Loop': installation,
      ...(row.link_id === null && {
        'List-Unsubscribe': `<${deps.settings.publicUrl}${choicesPath}>`,
      }),
      'Content-Language': row.language,
      // RFC 3834 §5; the second one for Exchange, so that no out-of-office answers.
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
    },
    text,
    html: htmlOfText(text, frameOf(null, spoken(row.language) ?? 'en')),
    files: [],
  };
}

/**
 * What an agent hears of one case answers one mail that never was, so that it stands together in
 * their mail (RFC 5322 §3.6.4: what is referred to need not exist).
 */
function threadOf({ case_id: caseId, agent_id: agentId, sender }: AgentMailRow) {
  if (caseId === null) return { inReplyTo: null, references: [] };
  const root = `<notices.${caseId}.${agentId}@${domainOf(sender)}>`;
  return { inReplyTo: root, references: [root] };
}

async function settle(ctx: Ctx, id: string, handover: Handover): Promise<void> {
  const row = await lockAgentMail(ctx.tx, id);
  if (row?.state !== 'queued') return;
  if (handover.result === 'taken') return conclude(ctx, row, 'sent', handover.words);
  const again =
    handover.result === 'later' ? nextAttempt(row.attempts, row.created_at, ctx.now) : null;
  if (!again) return conclude(ctx, row, 'refused', handover.words);
  await retryAgentMail(ctx.tx, id, again, handover.words);
  await addWork(ctx.tx, [agentMailWork(id, again)]);
}

async function conclude(ctx: Ctx, row: AgentMailRow, state: 'sent' | 'refused', reason: string) {
  const fate = { state, reason: reason.slice(0, 1000), at: ctx.now };
  await setAgentMailFate(ctx.tx, row.id, fate);
  await settleMailed(ctx.tx, row.id, fate);
}

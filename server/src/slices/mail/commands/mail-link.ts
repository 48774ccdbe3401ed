import type { Language } from '@baton/contract';
import { baton } from '../../../kernel/actor.ts';
import type { Ctx, Deps } from '../../../platform/context.ts';
import { runCommand } from '../../../platform/db.ts';
import { newId } from '../../../platform/ids.ts';
import { addWork } from '../../../platform/work.ts';
import { linkToMail } from '../../auth/index.ts';
import { agentById, companyDefaults } from '../../people/index.ts';
import { domainOf, isReachable } from '../rules/address.ts';
import { insertAgentMail, setToken } from '../store/agent-mail.ts';
import { mayLeave } from '../store/relays.ts';
import { wordsOf } from '../texts/index.ts';
import { linkPlace, linkWords } from '../texts/links.ts';
import { whenInWords } from '../texts/when.ts';
import { agentMailWork, senderFor } from './mail-agent.ts';

/** Whether mail to agents can leave at all: the default brand has a relay. */
export async function canMailAgents({ tx, deps }: Ctx): Promise<boolean> {
  const { defaultBrandId } = await companyDefaults(tx);
  return mayLeave(tx, deps.settings.smtpUrl, defaultBrandId);
}

/**
 * Sends an agent their one-time link: an invitation, or a way to a new password. Asked for twice,
 * it goes once; a link that opens nothing any more is not sent.
 */
export async function mailLink(deps: Deps, linkId: string): Promise<void> {
  await runCommand(deps, baton, (ctx) => putInAgentMail(ctx, linkId));
}

async function putInAgentMail(ctx: Ctx, linkId: string): Promise<void> {
  const link = await linkToMail(ctx.tx, linkId, ctx.now);
  const agent = link && (await agentById(ctx.tx, link.agentId));
  if (!agent || !isReachable(agent.email) || !(await canMailAgents(ctx))) return;
  const { address, name, brandId } = await senderFor(ctx, null);
  const { subject, text } = composed(agent, link);
  const id = newId();
  await insertAgentMail(ctx.tx, {
    ...{ id, agentId: agent.id, caseId: null, brandId, recipient: agent.email },
    ...{ sender: address, senderName: name, subject, language: agent.language, text },
    ...{ createdAt: ctx.now, linkId },
  });
  await setToken(ctx.tx, id, { replyTo: null, mimeId: `<${id}@${domainOf(address)}>` });
  await addWork(ctx.tx, [agentMailWork(id)]);
}

type Agent = { name: string; language: Language; zone: string };

/** The text without the link itself, which is stored nowhere. */
function composed(agent: Agent, link: { purpose: 'agent' | 'reset'; expiresAt: Date }) {
  const words = linkWords[agent.language][link.purpose];
  const until = words.until(whenInWords(link.expiresAt, agent.zone, agent.language));
  return {
    subject: words.subject,
    text: [
      wordsOf(agent.language).greeting(agent.name),
      `${words.why}\n${linkPlace}`,
      until,
      words.unasked,
    ].join('\n\n'),
  };
}

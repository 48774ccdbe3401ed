import type { Role } from '@baton/contract';
import type { Ctx } from '../../../platform/context.ts';
import { casesNamed } from '../../cases/index.ts';
import { normaliseAddress } from '../rules/address.ts';
import type { AgentAnswer } from '../rules/agent-answer.ts';
import type { Envelope, Letter } from '../rules/letter.ts';
import { numberOfNotice } from '../rules/notice-token.ts';
import { agentMailByNumber } from '../store/agent-mail.ts';
import { noticeKeys } from '../thread-keys.ts';

/** Among how many addresses and ids our token is looked for. */
const looked = 100;

/** The mail to an agent that a message answers, by our token in it; null when it answers none. */
export async function findAnswer(
  ctx: Ctx,
  letter: Letter,
  envelope: Envelope,
  sender: string,
): Promise<AgentAnswer | null> {
  const keys = noticeKeys(ctx.deps.secrets);
  const texts = [
    ...envelope.recipients,
    ...[...letter.to, ...letter.cc].slice(0, looked).map(({ address }) => address),
    ...[...letter.inReplyTo, ...letter.references].slice(0, looked),
  ];
  for (const text of texts) {
    const number = numberOfNotice(text, keys);
    const mail = number === null ? null : await agentMailByNumber(ctx.tx, number);
    if (!mail) continue;
    const agent = { id: mail.agentId, role: mail.role as Role };
    return {
      agent,
      caseId: mail.caseId,
      fromAgent: normaliseAddress(sender) === mail.address,
      active: mail.active,
      mayNote: mail.caseId !== null && (await mayNote(ctx, agent, mail.caseId)),
    };
  }
  return null;
}

async function mayNote(ctx: Ctx, agent: AgentAnswer['agent'], caseId: string): Promise<boolean> {
  if (agent.role === 'reader') return false;
  const seen = await casesNamed(ctx.tx, { kind: 'agent', ...agent }, [caseId]);
  return seen.length > 0;
}

import type { Ctx } from '../../../platform/context.ts';
import { caseForMail, noteByMail } from '../../cases/index.ts';
import { notify } from '../../notices/index.ts';
import { teamById } from '../../people/index.ts';
import type { AgentAnswer } from '../rules/agent-answer.ts';
import type { Unprocessed } from '../store/inbound.ts';
import type { Reading } from '../transport/reading.ts';
import { languageFor } from './language-for.ts';
import { messageOfLetter } from './message-of-letter.ts';

/** An agent's answer to a mail about a case becomes a note on it, among ourselves. */
export async function noteAnswer(
  ctx: Ctx,
  row: Unprocessed,
  reading: Reading,
  { agent, caseId }: AgentAnswer,
): Promise<{ caseId: string; messageId: string }> {
  const said = await messageOfLetter(ctx, reading, {
    inboundId: row.id,
    author: { kind: 'agent', id: agent.id, name: null, address: null },
    automatic: false,
    language: await languageFor(ctx, row, reading, async () => null),
  });
  const message = { ...said, direction: 'internal', kind: 'note' } as const;
  return noteByMail({ ...ctx, actor: { kind: 'agent', ...agent } }, { caseId: caseId!, message });
}

/**
 * Whoever holds the case, the lead, and the agent hear that an answer was set aside: somebody else
 * may have the mail, or the agent believes to have written a note.
 */
export async function tellOfAnswer(
  ctx: Ctx,
  row: Unprocessed,
  reason: string,
  { agent, caseId, active }: AgentAnswer,
): Promise<void> {
  const about = caseId ? await caseForMail(ctx.tx, { id: caseId }) : null;
  const lead = about ? (await teamById(ctx.tx, about.teamId))?.leadId : null;
  const told = new Set(
    [active ? agent.id : null, about?.ownerId, lead].filter((id) => typeof id === 'string'),
  );
  await notify(
    ctx.tx,
    [...told].map((agentId) => ({
      agentId,
      kind: 'answer_set_aside',
      caseId,
      data: { reason, agent: agent.id, inbound: row.id },
    })),
    ctx.now,
  );
}

import { between } from '../../../kernel/instant.ts';
import type { Ctx } from '../../../platform/context.ts';
import { newId } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import { invalid, unknownReference } from '../../../platform/refusals.ts';
import { endAccess } from '../../auth/index.ts';
import { handOverForAbsence } from '../../cases/index.ts';
import {
  agentById,
  companyDefaults,
  isLockedOut,
  lockOut,
  otherAdministrator,
} from '../../people/index.ts';
import { countHeld, insertIncident } from '../store/incidents.ts';

type Input = { agentId: string; since: Date; reason: string };

/**
 * Locks an agent out by one act: sessions end, one-time links and keys die, credentials are
 * forgotten, cases move, and it is an incident with an owner from now on.
 * @returns the id of the incident
 * @throws Problem unknown_reference; invalid_request for a window that has not begun; wrong_status
 *   for who is locked out already; last_active_agent for the last administrator who could let
 *   others in, whom only the command line locks out
 */
export async function lockAgentOut(ctx: Ctx, { agentId, since, reason }: Input): Promise<string> {
  const agent = await agentById(ctx.tx, agentId);
  if (!agent) throw unknownReference('agent', 'not_there');
  if (between(since, ctx.now) <= 0) throw invalid('since', 'not_past');
  if (await isLockedOut(ctx.tx, agentId)) {
    throw new Problem('wrong_status', { detail: `${agent.name} is locked out already.` });
  }
  const stays = agent.role !== 'admin' || (await otherAdministrator(ctx.tx, agentId));
  if (!stays && ctx.actor.kind !== 'baton') {
    throw new Problem('last_active_agent', {
      detail:
        `${agent.name} is the last administrator who can come in. Make another one first, or run ` +
        'npx baton lock-out on the server.',
    });
  }
  const before = await countHeld(ctx.tx, agentId);
  const hooks = {
    handOverForAbsence: async (...given: Parameters<typeof handOverForAbsence>) => {
      await handOverForAbsence(...given);
    },
  };
  const absenceId = await lockOut(ctx, agentId, hooks);
  const ended = await endAccess(ctx, agentId);
  const id = newId();
  await insertIncident(ctx.tx, {
    id,
    agentId,
    ownerId: await ownerFor(ctx, agentId),
    reason,
    from: since,
    to: ctx.now,
    openedBy: ctx.actor.kind === 'agent' ? ctx.actor.id : null,
    sessionsEnded: ended.sessions,
    keysRevoked: ended.keys,
    casesMoved: before - (await countHeld(ctx.tx, agentId)),
    absenceId,
  });
  return id;
}

/** Whoever locked them out answers for it; from the command line the head of the company. */
async function ownerFor(ctx: Ctx, agentId: string): Promise<string> {
  if (ctx.actor.kind === 'agent' && ctx.actor.id !== agentId) return ctx.actor.id;
  const { headId } = await companyDefaults(ctx.tx);
  return headId;
}

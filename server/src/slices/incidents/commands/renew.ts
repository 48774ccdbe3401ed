import type { Ctx } from '../../../platform/context.ts';
import { notFound } from '../../../platform/refusals.ts';
import { makeSignInLink, renewCredentials } from '../../auth/index.ts';
import { letIn } from '../../people/index.ts';
import { agentsWhoComeIn, lockIncident, noteRenewal } from '../store/incidents.ts';

type Link = { agent: { id: string; name: string }; linkId: string; expiresAt: string };

/**
 * Lets the agent of an incident in again, by a one-time link alone: what they signed in with before
 * is worth nothing. What was moved from them is offered back.
 * @throws Problem not_found; wrong_status when the agent was disabled
 */
export async function letAgentIn(ctx: Ctx, incidentId: string): Promise<Link> {
  const incident = await lockIncident(ctx.tx, incidentId);
  if (!incident) throw notFound('incident');
  await letIn(ctx, incident.agent_id);
  return linkFor(ctx, { id: incident.agent_id, name: incident.agent_name });
}

/**
 * Forces new credentials upon everybody who can come in: all sessions end, and each agent comes in
 * by a one-time link. The one who asks keeps coming in until they use theirs.
 * @throws Problem not_found
 */
export async function renewAll(ctx: Ctx, incidentId: string): Promise<Link[]> {
  if (!(await lockIncident(ctx.tx, incidentId))) throw notFound('incident');
  const links: Link[] = [];
  for (const agent of await agentsWhoComeIn(ctx.tx)) {
    if (agent.id !== ctx.actor.id) await renewCredentials(ctx, agent.id);
    links.push(await linkFor(ctx, agent));
  }
  await noteRenewal(ctx.tx, incidentId, ctx.now);
  return links;
}

async function linkFor(ctx: Ctx, agent: { id: string; name: string }): Promise<Link> {
  const { id, expiresAt } = await makeSignInLink(ctx, agent.id);
  return { agent, linkId: id, expiresAt: expiresAt.toISOString() };
}

import { baton } from '../../../kernel/actor.ts';
import { dayMs, hourMs } from '../../../kernel/duration.ts';
import { plus } from '../../../kernel/instant.ts';
import type { Ctx, Deps } from '../../../platform/context.ts';
import { runCommand } from '../../../platform/db.ts';
import { newId } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import { notFound } from '../../../platform/refusals.ts';
import { agentById, companyDefaults, isLockedOut } from '../../people/index.ts';
import { insertLink, useUpLinks } from '../store/links.ts';
import { anySignIn } from '../store/sign-ins.ts';
import { sha256 } from '../tokens.ts';

/** The first link is read off the screen at once; an invited person may be away for a weekend. */
const firstMs = dayMs;
const invitedMs = 3 * dayMs;
/** Whoever asks for a new password sits in front of the mailbox. */
const resetMs = hourMs;

/**
 * Makes a one-time link by which somebody takes an agent over, or an agent who forgot the password
 * comes back in. Earlier links of the agent no longer work.
 * @throws Problem not_found; wrong_status when the agent is disabled.
 */
export async function makeSignInLink(
  ctx: Ctx,
  agentId: string,
): Promise<{ id: string; expiresAt: Date; email: string }> {
  const agent = await agentById(ctx.tx, agentId);
  if (!agent) throw notFound('agent');
  if (!agent.active) {
    throw new Problem('wrong_status', {
      detail: `${agent.name} is disabled. Enable the agent first (active: true).`,
    });
  }
  if (await isLockedOut(ctx.tx, agentId)) {
    throw new Problem('wrong_status', {
      detail: `${agent.name} is locked out. Let the agent in again first.`,
    });
  }
  await useUpLinks(ctx.tx, agentId, ctx.now);
  const link = await insert(ctx, 'agent', agentId, plus(ctx.now, invitedMs));
  return { ...link, email: agent.email };
}

/**
 * A fresh one-time link for the first administrator, who takes over the head of the company; null
 * as soon as anybody can sign in. Earlier ones keep working until they run out or one is used:
 * several servers may start at once, and each prints one.
 */
export async function firstAdministratorLink(deps: Deps): Promise<string | null> {
  return runCommand(deps, baton, async (ctx) => {
    if (await anySignIn(ctx.tx)) return null;
    const { headId } = await companyDefaults(ctx.tx);
    const { id } = await insert(ctx, 'first_administrator', headId, plus(ctx.now, firstMs));
    return linkUrl(deps, id);
  });
}

/**
 * A link for a new password. Others stay as they are: whoever asks for one may be a stranger, and
 * must not undo an invitation.
 */
export async function makeResetLink(ctx: Ctx, agentId: string): Promise<string> {
  return (await insert(ctx, 'reset', agentId, plus(ctx.now, resetMs))).id;
}

async function insert(
  ctx: Ctx,
  purpose: 'first_administrator' | 'agent' | 'reset',
  agentId: string,
  expiresAt: Date,
): Promise<{ id: string; expiresAt: Date }> {
  const id = newId();
  const link = { id, purpose, agentId, sha256: sha256(tokenOf(ctx.deps, id)) };
  await insertLink(ctx.tx, link, ctx.now, expiresAt);
  return { id, expiresAt };
}

/**
 * The address of a link. Its token is signed from the link's id with our secret and stored nowhere:
 * neither the table of links nor an answer kept for its Idempotency-Key opens anything.
 */
export function linkUrl(deps: Deps, id: string): string {
  return `${deps.settings.publicUrl}/welcome/${tokenOf(deps, id)}`;
}

function tokenOf(deps: Deps, id: string): string {
  return deps.secrets.sign('sign-in-link', id);
}

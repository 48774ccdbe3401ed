import type { z } from 'zod';
import type { takeOver as input } from '@baton/contract';
import type { Ctx } from '../../../platform/context.ts';
import { Problem } from '../../../platform/problem.ts';
import { changeProfile, settleCompany } from '../../people/index.ts';
import { hashPassword } from '../passwords.ts';
import { refuseOtherWays } from './refuse-other-ways.ts';
import { refuseWeakPassword } from './refuse-weak-password.ts';
import { forgetDevicesOf } from '../store/devices.ts';
import { lockLink, useUpLinks } from '../store/links.ts';
import { putSignIn } from '../store/sign-ins.ts';
import { sha256 } from '../tokens.ts';

/**
 * Takes an agent over by a one-time link: name, address, language and zone become those of the
 * person, who can sign in from now on; the link, and any other of that agent, is used up, and
 * sessions that somebody had as this agent end. The company settles where its first administrator is.
 * @throws Problem not_found when the link is unknown, used, has run out, or its agent is disabled;
 * already_exists when the address belongs to another agent; provider_required; weak_password.
 */
export async function takeOver(
  ctx: Ctx,
  token: string,
  person: z.output<typeof input>,
): Promise<void> {
  const link = await lockLink(ctx.tx, sha256(token), ctx.now);
  if (!link || link.purpose === 'reset') throw linkIsGone();
  await refuseOtherWays(ctx.tx, link.agentId);
  const { password, ...profile } = person;
  await refuseWeakPassword(ctx, person, password);
  // Only now: hashing is dear on purpose, and without a link anybody could have us do it.
  const passwordHash = await hashPassword(password);
  // Before the agent: the company is locked first by everybody.
  if (link.purpose === 'first_administrator') {
    // Nobody is signed in yet: what it changes of the settings, whoever takes over has changed.
    const actor = { kind: 'agent', id: link.agentId, role: 'admin' } as const;
    await settleCompany({ ...ctx, actor }, profile);
  }
  await changeProfile(ctx, link.agentId, profile);
  const agent = { id: link.agentId, name: person.name, email: person.email };
  await putSignIn(ctx.tx, agent, passwordHash, ctx.now);
  await forgetDevicesOf(ctx.tx, link.agentId);
  await useUpLinks(ctx.tx, link.agentId, ctx.now);
}

/** One answer for every link that opens nothing: it tells a stranger nothing. */
export function linkIsGone(): Problem {
  return new Problem('not_found', {
    detail:
      'This link was used already, or has run out. Ask an administrator for a new one; on a fresh ' +
      'installation restart Baton, which prints a new one.',
  });
}

import { me, signInLink, type Language, type Me } from '@baton/contract';
import { queryOptions } from '@tanstack/react-query';
import { ask, send, tell } from '../../api/client.ts';
import { pageIsOf } from '../../api/page-agent.ts';
import { Refusal, refusalOf } from '../../api/refusal.ts';
import { may } from './may.ts';

/** Who is signed in. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: async ({ signal }) => {
    const who = await ask(me, '/api/me', { signal });
    pageIsOf(who.agent?.id ?? null);
    return who;
  },
  staleTime: 60_000,
  retry: false,
});

/**
 * Who is signed in, asked where nobody may be: it never waits until somebody is.
 * @throws Refusal `not_signed_in`, `second_factor_needed`; `unexpected` where the server knows another contract
 */
export async function whoIsIn(): Promise<Me> {
  const answer = await send('/api/me', { anyone: true });
  if (!answer.ok) throw await refusalOf(answer);
  const read = me.safeParse(await answer.json().catch(() => null));
  if (!read.success) throw new Refusal('unexpected', answer.status, null, read.error);
  return read.data;
}

export const signInLinkQuery = (token: string) =>
  queryOptions({
    queryKey: ['sign-in-link', token],
    queryFn: ({ signal }) =>
      ask(signInLink, `/api/sign-in-links/${encodeURIComponent(token)}`, { signal }),
    staleTime: Infinity,
    retry: false,
  });

/** @throws Refusal `not_signed_in` when address and password do not belong together */
export async function signIn(email: string, password: string): Promise<void> {
  await tell('/api/auth/sign-in/email', { method: 'POST', body: { email, password } });
}

export async function signOut(): Promise<void> {
  await tell('/api/auth/sign-out', { method: 'POST' });
}

type TakeOver = { name: string; email: string; password: string; language: Language; zone: string };

/** Makes the agent of a one-time link one's own, and signs in at once. */
export async function takeOver(token: string, given: TakeOver): Promise<void> {
  await tell(`/api/sign-in-links/${encodeURIComponent(token)}`, { method: 'POST', body: given });
}

/** Changes the language in which the signed-in agent is spoken to. */
export async function setLanguage(agentId: string, language: Language): Promise<void> {
  await tell(`/api/agents/${agentId}`, { method: 'PATCH', body: { language } });
}

/** Whoever looks after mail sees it. */
export function seesMail(who: Me): boolean {
  return may(who, 'Mail', 'lead');
}

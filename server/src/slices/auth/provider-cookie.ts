import { secondMs } from '../../kernel/duration.ts';
import type { Deps } from '../../platform/context.ts';
import type { HttpReply, HttpRequest } from '../../platform/http-types.ts';
import { cookiePrefix } from './better-auth.ts';
import { providerPatienceMs } from './commands/begin-provider-sign-in.ts';

const name = `${cookiePrefix}.provider`;
const purpose = 'provider-challenge';

/** Binds a challenge to the browser; it comes along when the provider sends the person back (Lax). */
export function giveChallenge(deps: Deps, reply: HttpReply, challenge: string): void {
  const value = `${challenge}.${deps.secrets.sign(purpose, challenge)}`;
  setCookie(deps, reply, value, providerPatienceMs / secondMs);
}

/** The challenge that the browser was given, whose cookie ends; null: none that we gave. */
export function takeChallengeOf(deps: Deps, request: HttpRequest, reply: HttpReply): string | null {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim());
  const value = pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
  if (value === undefined) return null;
  setCookie(deps, reply, '', 0);
  const [challenge = '', mac = ''] = value.split('.');
  return deps.secrets.verify(purpose, challenge, mac) ? challenge : null;
}

function setCookie(deps: Deps, reply: HttpReply, value: string, seconds: number): void {
  const secure = deps.settings.publicUrl.startsWith('https:') ? '; Secure' : '';
  reply.header(
    'set-cookie',
    `${name}=${value}; Max-Age=${seconds}; Path=/; HttpOnly; SameSite=Lax${secure}`,
  );
}

import { passkeyQuestion, passkeys, recoveryCodes } from '@baton/contract';
import { queryOptions } from '@tanstack/react-query';
import { ask, tell } from '../../api/client.ts';
import { Refusal } from '../../api/refusal.ts';

/** Fetched when it is first needed: most sign-ins do without it. */
const webauthn = () => import('@simplewebauthn/browser');

type Library = Awaited<ReturnType<typeof webauthn>>;
type Asked = Parameters<Library['startAuthentication']>[0]['optionsJSON'];
type AskedForNew = Parameters<Library['startRegistration']>[0]['optionsJSON'];

/** Whatever the device says, it comes to the same: no passkey was used. */
function notUsed(cause: unknown): never {
  throw new Refusal('passkey_not_used', 400, null, cause);
}

/** Has the device answer with one of its passkeys. @throws Refusal `passkey_not_used` */
async function answer() {
  const { challenge, options } = await ask(passkeyQuestion, '/api/auth/passkey-questions', {
    method: 'POST',
  });
  const { startAuthentication } = await webauthn();
  const optionsJSON = options as unknown as Asked;
  const response = await startAuthentication({ optionsJSON }).catch(notUsed);
  return { challenge, response };
}

/** @throws Refusal `wrong_proof`, `passkey_not_used` */
export async function signInByPasskey(): Promise<void> {
  await tell('/api/auth/sign-in/passkey', { method: 'POST', body: await answer() });
}

/** Proves freshly who one is. @throws Refusal `wrong_proof`, `passkey_not_used` */
export async function confirmByPasskey(): Promise<void> {
  await tell('/api/auth/confirmations', { method: 'POST', body: { passkey: await answer() } });
}

/** Has the device make a passkey. @returns recovery codes, if there were none */
export async function addPasskey(name: string): Promise<string[] | null> {
  const { challenge, options } = await ask(passkeyQuestion, '/api/auth/passkeys/question', {
    method: 'POST',
  });
  const { startRegistration } = await webauthn();
  const optionsJSON = options as unknown as AskedForNew;
  const response = await startRegistration({ optionsJSON }).catch(notUsed);
  const body = { challenge, response, name };
  return (await ask(recoveryCodes, '/api/auth/passkeys', { method: 'POST', body })).codes;
}

/** One's own passkeys. */
export const passkeysQuery = queryOptions({
  queryKey: ['passkeys'],
  queryFn: async ({ signal }) => (await ask(passkeys, '/api/auth/passkeys', { signal })).items,
});

export const removePasskey = (id: string) => tell(`/api/auth/passkeys/${id}`, { method: 'DELETE' });

import type { IdentityProviderChange } from '@baton/contract';
import type { Ctx } from '../../../platform/context.ts';
import { Problem } from '../../../platform/problem.ts';
import { invalid } from '../../../platform/refusals.ts';
import { sealProviderSecret } from '../provider-seals.ts';
import {
  endSessionsOfOtherWays,
  identityProvider,
  type ProviderRow,
  putIdentityProvider,
} from '../store/identity-provider.ts';

/**
 * Sets by which provider agents may come in, or have to. Once they have to, whoever came in
 * otherwise is signed out, but for administrators. Changes come one after the other (`audited`).
 * @param seen the version that the caller has seen, 0 when there was none; null: whichever there is
 * @throws Problem stale_version; invalid_request when a secret is needed
 */
export async function changeIdentityProvider(
  ctx: Ctx,
  { secret, ...change }: IdentityProviderChange,
  seen: number | null,
): Promise<void> {
  const before = await identityProvider(ctx.tx);
  if (seen !== null && seen !== (before?.version ?? 0)) {
    throw new Problem('stale_version', { detail: 'The provider was changed meanwhile.' });
  }
  const sealedSecret =
    secret === undefined
      ? keptSecret(before, change.issuer)
      : sealProviderSecret(ctx.deps, change.issuer, secret);
  await putIdentityProvider(ctx.tx, { ...change, sealedSecret });
  if (change.active && change.required) await endSessionsOfOtherWays(ctx.tx);
}

/** Whoever changes the address must know the secret: it is not sent where it was not given for. */
function keptSecret(before: ProviderRow | null, issuer: string): string {
  if (before?.issuer === issuer) return before.sealedSecret;
  throw invalid('secret', 'required');
}

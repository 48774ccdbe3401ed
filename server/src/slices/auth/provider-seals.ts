import type { Deps } from '../../platform/context.ts';
import { CannotOpen, isOutdated, seal, unseal } from '../../platform/sealed.ts';
import { identityProvider, sealProviderAgain } from './store/identity-provider.ts';

/** The secret belongs to the issuer for which it was given: no other is ever sent it. */
function placeOf(issuer: string): string {
  return `identity-provider:${issuer}`;
}

export function sealProviderSecret(deps: Deps, issuer: string, secret: string): string {
  return seal(deps.secrets, placeOf(issuer), secret);
}

/** @throws CannotOpen */
export function openProviderSecret(
  deps: Deps,
  provider: { issuer: string; sealedSecret: string },
): string {
  return unseal(deps.secrets, placeOf(provider.issuer), provider.sealedSecret);
}

/** Seals anew what was sealed with a secret of ours that may be taken away; run daily. */
export async function sealProviderAnew(deps: Deps): Promise<void> {
  const found = await identityProvider(deps.db);
  if (!found || !isOutdated(deps.secrets, found.sealedSecret)) return;
  try {
    const secret = openProviderSecret(deps, found);
    const sealed = sealProviderSecret(deps, found.issuer, secret);
    await sealProviderAgain(deps.db, found.sealedSecret, sealed);
  } catch (error) {
    if (!(error instanceof CannotOpen)) throw error;
    deps.log.warn({}, 'The secret for the identity provider cannot be opened any more.');
  }
}

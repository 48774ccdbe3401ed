import type { Deps } from '../../platform/context.ts';
import { CannotOpen, isOutdated, seal, unseal } from '../../platform/sealed.ts';
import { bytesOfBase32 } from './one-time-codes.ts';
import { sealAgain, sealedAuthenticators } from './store/authenticators.ts';

/** Where the secret of an agent's authenticator is kept; it opens nowhere else. */
export function placeOfAuthenticator(agentId: string): string {
  return `authenticator:${agentId}`;
}

/** The secret of an authenticator. @throws CannotOpen */
export function openAuthenticator(deps: Deps, agentId: string, sealed: string): Buffer {
  return bytesOfBase32(unseal(deps.secrets, placeOfAuthenticator(agentId), sealed));
}

/** Seals anew what was sealed with a secret of ours that may be taken away; run daily. */
export async function sealAuthenticatorsAnew(deps: Deps): Promise<void> {
  for (const { agentId, sealed } of await sealedAuthenticators(deps.db)) {
    if (sealed === null || !isOutdated(deps.secrets, sealed)) continue;
    const place = placeOfAuthenticator(agentId);
    try {
      const secret = unseal(deps.secrets, place, sealed);
      await sealAgain(deps.db, agentId, sealed, seal(deps.secrets, place, secret));
    } catch (error) {
      if (!(error instanceof CannotOpen)) throw error;
      deps.log.warn({ agentId }, 'An authenticator cannot be opened with the secrets we have.');
    }
  }
}

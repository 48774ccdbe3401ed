import { createPrivateKey, createPublicKey, generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';
import type { newDkimKey } from '@baton/contract';
import type { z } from 'zod';
import type { Ctx, Deps } from '../../../platform/context.ts';
import { invalid, notFound, unique } from '../../../platform/refusals.ts';
import { CannotOpen, isOutdated, seal, unseal } from '../../../platform/sealed.ts';
import {
  deleteDkimKey,
  type DkimKeyRow,
  dkimKeyOf,
  insertDkimKey,
  listDkimKeys,
  replaceDkimSeal,
} from '../store/dkim-keys.ts';
import type { Signing } from '../transport/relay.ts';

const generate = promisify(generateKeyPair);
const pem = { type: 'pkcs8', format: 'pem' } as const;

/**
 * Makes the key that signs what leaves under a domain, or takes one that exists (RSA, as all hosts
 * can check it: RFC 8301 §3.1). It signs from the next message on.
 * @throws Problem already_exists for the domain; invalid_request for what is no RSA key
 */
export async function addDkimKey(
  ctx: Ctx,
  { domain, selector, privateKey }: z.output<typeof newDkimKey>,
): Promise<DkimKeyRow> {
  const key = privateKey ?? (await freshKey());
  const row = {
    domain,
    selector,
    publicKey: publicPartOf(key),
    privateKeySealed: seal(ctx.deps.secrets, placeOf(domain), key),
    createdAt: ctx.now,
  };
  const taken = `Mail of ${domain} is signed already: take its key away first.`;
  await unique('domain', taken, insertDkimKey(ctx.tx, row));
  return row;
}

async function freshKey(): Promise<string> {
  const { privateKey } = await generate('rsa', { modulusLength: 2048 });
  return String(privateKey.export(pem));
}

/** The public key as the DNS publishes it (RFC 6376 §3.6.1, `p=`). */
function publicPartOf(privateKey: string): string {
  try {
    // A public key alone would be read as one, too, and sign nothing.
    const key = createPublicKey(createPrivateKey(privateKey));
    if (key.asymmetricKeyType !== 'rsa') throw new Error('not RSA');
    return key.export({ type: 'spki', format: 'der' }).toString('base64');
  } catch {
    throw invalid('privateKey', 'not_a_private_key');
  }
}

/** From now on nothing of the domain is signed. @throws Problem not_found */
export async function removeDkimKey(ctx: Ctx, domain: string): Promise<void> {
  if (!(await deleteDkimKey(ctx.tx, domain))) throw notFound('key');
}

/**
 * By what a message of a domain is signed; null where there is no key.
 * @throws CannotOpen; the message then waits, for unsigned it would be taken for forged
 */
export async function signingFor(deps: Deps, domain: string): Promise<Signing | null> {
  const key = await dkimKeyOf(deps.db, domain);
  if (!key) return null;
  const privateKey = unseal(deps.secrets, placeOf(key.domain), key.privateKeySealed);
  return { domainName: key.domain, keySelector: key.selector, privateKey };
}

/** The domains whose key cannot be opened. */
export async function lostDkimKeys(deps: Pick<Deps, 'db' | 'secrets'>): Promise<string[]> {
  const keys = await listDkimKeys(deps.db);
  return keys.filter((key) => opened(deps, key) === null).map(({ domain }) => domain);
}

function opened({ secrets }: Pick<Deps, 'secrets'>, key: DkimKeyRow): string | null {
  try {
    return unseal(secrets, placeOf(key.domain), key.privateKeySealed);
  } catch (error) {
    if (error instanceof CannotOpen) return null;
    throw error;
  }
}

/** Seals anew what was sealed with a secret that may be taken away; what is lost stays. */
export async function sealDkimKeysAnew(deps: Deps): Promise<void> {
  for (const key of await listDkimKeys(deps.db)) {
    if (!isOutdated(deps.secrets, key.privateKeySealed)) continue;
    const text = opened(deps, key);
    if (text !== null) {
      await replaceDkimSeal(deps.db, key, seal(deps.secrets, placeOf(key.domain), text));
    }
  }
}

function placeOf(domain: string): string {
  return `dkim:${domain}`;
}

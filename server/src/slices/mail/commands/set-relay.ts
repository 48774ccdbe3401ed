import type { RelaySettings } from '@baton/contract';
import type { Ctx } from '../../../platform/context.ts';
import { notFound } from '../../../platform/refusals.ts';
import { lockBrand } from '../../people/index.ts';
import { deleteRelay, putRelay, relayOfBrand } from '../store/relays.ts';
import { ownerOfRelay } from '../transport/relay-of-brand.ts';
import { loginColumns } from './credentials.ts';

/**
 * From now on the mail of a brand leaves by this relay; what waits in the outbox too. Secrets that
 * are left out are kept as `loginColumns` says.
 * @throws Problem not_found, invalid_request when a secret is needed
 */
export async function setRelay(ctx: Ctx, brandId: string, settings: RelaySettings): Promise<void> {
  if (!(await lockBrand(ctx.tx, brandId))) throw notFound('brand');
  const before = await relayOfBrand(ctx.tx, brandId);
  const { host, port, security, username, sizeLimit } = settings;
  const owner = ownerOfRelay(brandId);
  await putRelay(ctx.tx, brandId, {
    host,
    port,
    security,
    username,
    size_limit: sizeLimit,
    ...loginColumns(ctx.deps.secrets, owner, before, settings, ctx.now),
  });
}

/**
 * The mail of a brand leaves by the default relay again, and is held where there is none.
 * @throws Problem not_found
 */
export async function removeRelay(ctx: Ctx, brandId: string): Promise<void> {
  if (!(await deleteRelay(ctx.tx, brandId))) throw notFound('relay');
}

import type { Ctx } from '../../../platform/context.ts';
import { writeTrustedHosts } from '../store/settings.ts';

/** From now on these hosts are believed about who sent a mail (RFC 8601), and no others. */
export async function trustHosts(ctx: Ctx, hosts: readonly string[]): Promise<void> {
  await writeTrustedHosts(ctx.tx, [...new Set(hosts.map((host) => host.toLowerCase()))]);
}

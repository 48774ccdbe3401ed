import type { mailSettingsChange } from '@baton/contract';
import type { output } from 'zod';
import type { Ctx } from '../../../platform/context.ts';
import { writeLimits } from '../store/limits.ts';
import { writeTrustedHosts } from '../store/settings.ts';

/**
 * From now on these hosts are believed about who sent a mail (RFC 8601), and no others; and this
 * much is too much. What is not named stays.
 */
export async function changeSettings(
  ctx: Ctx,
  { trustedHosts: hosts, limits }: output<typeof mailSettingsChange>,
): Promise<void> {
  if (hosts) {
    await writeTrustedHosts(ctx.tx, [...new Set(hosts.map((host) => host.toLowerCase()))]);
  }
  if (limits) await writeLimits(ctx.tx, limits);
}

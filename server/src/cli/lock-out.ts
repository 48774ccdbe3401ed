import { baton } from '../kernel/actor.ts';
import { dayMs } from '../kernel/duration.ts';
import type { Deps } from '../platform/context.ts';
import { inTransaction, instant, runCommand } from '../platform/db.ts';
import type { Settings } from '../platform/settings.ts';
import { StartError } from '../platform/start-error.ts';
import { linkUrl, makeSignInLink } from '../slices/auth/index.ts';
import { incidentById, lockAgentOut, touchedCustomers } from '../slices/incidents/index.ts';
import { agentIdByAddress, letIn } from '../slices/people/index.ts';
import { atTerminal } from './open.ts';

/** Who is locked out, since when somebody else may have been them, and why. */
export type LockOutWish = { address: string; since: Date | null; reason: string };

/** Where nobody says since when: long enough for most that is found out late. */
const usualWindowMs = 30 * dayMs;
const mostCounted = 100_000;

/** `baton lock-out`: locks an agent out at once on all servers, and says what it did. */
export function lockOutByAddress(settings: Settings, wish: LockOutWish): Promise<number> {
  return withAgent(settings, wish.address, async (deps, agentId) => {
    const now = await instant(deps.db, deps);
    const since = wish.since ?? new Date(now.getTime() - usualWindowMs);
    const id = await runCommand(deps, baton, (ctx) =>
      lockAgentOut(ctx, { agentId, since, reason: wish.reason }),
    );
    const incident = (await incidentById(deps.db, id))!;
    const seen = await touchedCustomers(deps.db, incident, mostCounted, undefined);
    return [
      `${incident.agent_name} is locked out on all servers. Incident ${incident.number}:`,
      `sessions ended ${incident.sessions_ended}, keys revoked ${incident.keys_revoked}, ` +
        `cases handed over ${incident.cases_moved}.`,
      `Customers whose data they saw since ${since.toISOString()}: ${seen.length}.`,
      `Go on under ${deps.settings.publicUrl}/settings/drill`,
    ];
  });
}

/** `baton let-in`: lets an agent in again, by a one-time link for new credentials. */
export function letInByAddress(settings: Settings, address: string): Promise<number> {
  return withAgent(settings, address, async (deps, agentId) => {
    const link = await runCommand(deps, baton, async (ctx) => {
      await letIn(ctx, agentId);
      return makeSignInLink(ctx, agentId);
    });
    return ['Let in again. The link works once, and is shown only now:', linkUrl(deps, link.id)];
  });
}

function withAgent(
  settings: Settings,
  address: string,
  act: (deps: Deps, agentId: string) => Promise<string[]>,
): Promise<number> {
  return atTerminal(settings, async (deps) => {
    const agentId = await inTransaction(deps.db, (tx) => agentIdByAddress(tx, address));
    if (agentId === null) throw new StartError(`There is no agent with the address ${address}.`);
    for (const line of await act(deps, agentId)) console.log(line);
  });
}

import type { Tx } from '../../../platform/context.ts';
import { forgetDevicesOf } from './devices.ts';
import { deleteFactors } from './factors.ts';

/** How many sessions of an agent there are. */
export async function countSessions(tx: Tx, agentId: string): Promise<number> {
  const { count } = await tx
    .selectFrom('baton.auth_sessions as s')
    .innerJoin('baton.auth_users as u', 'u.id', 's.user_id')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('u.agent_id', '=', agentId)
    .executeTakeFirstOrThrow();
  return count;
}

/** What an agent could sign in with is worth nothing any more: password, second factors, devices. */
export async function forgetCredentials(tx: Tx, agentId: string): Promise<void> {
  await tx
    .deleteFrom('baton.auth_accounts')
    .where('user_id', 'in', (users) =>
      users.selectFrom('baton.auth_users').select('id').where('agent_id', '=', agentId),
    )
    .execute();
  // A device from which they came before is no better than the rest of what somebody may have.
  await forgetDevicesOf(tx, agentId);
  await deleteFactors(tx, agentId);
}

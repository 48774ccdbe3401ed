import type { AreaRanks } from '@baton/contract';
import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { byName } from '../../../platform/by-name.ts';
import type { Db, Tx } from '../../../platform/context.ts';

export type CustomRoleRow = {
  id: string;
  name: string;
  areas: AreaRanks;
  agents: { id: string; name: string }[];
};

/** All custom roles by name, each with whoever bears it; a house has few. */
export async function listCustomRoles(db: Db | Tx): Promise<CustomRoleRow[]> {
  return (await customRoles(db).orderBy(byName('r.name')).execute()).map(toRole);
}

export async function customRoleById(db: Db | Tx, id: string): Promise<CustomRoleRow | null> {
  const row = await customRoles(db).where('r.id', '=', id).executeTakeFirst();
  return row ? toRole(row) : null;
}

function customRoles(db: Db | Tx) {
  return db
    .selectFrom('baton.custom_roles as r')
    .select(['r.id', 'r.name', 'r.areas'])
    .select((select) =>
      jsonArrayFrom(
        select
          .selectFrom('baton.agent_roles as ar')
          .innerJoin('baton.agents as a', 'a.id', 'ar.agent_id')
          .select(['a.id', 'a.name'])
          .whereRef('ar.role_id', '=', 'r.id')
          .orderBy(byName('a.name')),
      ).as('agents'),
    );
}

function toRole(row: Omit<CustomRoleRow, 'areas'> & { areas: unknown }): CustomRoleRow {
  return { ...row, areas: row.areas as AreaRanks };
}

export async function insertCustomRole(
  tx: Tx,
  role: { id: string; name: string; areas: AreaRanks },
  now: Date,
): Promise<void> {
  await tx
    .insertInto('baton.custom_roles')
    .values({ ...role, areas: JSON.stringify(role.areas), created_at: now })
    .execute();
}

export async function updateCustomRole(
  tx: Tx,
  { id, name, areas }: { id: string; name: string; areas: AreaRanks },
): Promise<void> {
  await tx
    .updateTable('baton.custom_roles')
    .set({ name, areas: JSON.stringify(areas) })
    .where('id', '=', id)
    .execute();
}

/** From now on exactly these agents bear the role; whoever bore another bears this one instead. */
export async function putBearers(tx: Tx, roleId: string, agentIds: string[]): Promise<void> {
  await tx.deleteFrom('baton.agent_roles').where('role_id', '=', roleId).execute();
  if (agentIds.length === 0) return;
  await tx
    .insertInto('baton.agent_roles')
    .values([...new Set(agentIds)].map((agent_id) => ({ agent_id, role_id: roleId })))
    .onConflict((on) => on.column('agent_id').doUpdateSet({ role_id: roleId }))
    .execute();
}

/** Takes a role away; whoever bore it has their own role in all areas again. */
export async function removeCustomRole(tx: Tx, id: string): Promise<boolean> {
  await tx.deleteFrom('baton.agent_roles').where('role_id', '=', id).execute();
  const { numDeletedRows } = await tx
    .deleteFrom('baton.custom_roles')
    .where('id', '=', id)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Whether an active agent is left who may let others in: an administrator in the area Access. */
export async function anyAdministrator(tx: Tx): Promise<boolean> {
  const row = await tx
    .selectFrom('baton.agents as a')
    .leftJoin('baton.agent_roles as ar', 'ar.agent_id', 'a.id')
    .leftJoin('baton.custom_roles as r', 'r.id', 'ar.role_id')
    .select('a.id')
    .where('a.active', '=', true)
    .where(sql<boolean>`coalesce(r.areas ->> 'Access', a.role) = 'admin'`)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

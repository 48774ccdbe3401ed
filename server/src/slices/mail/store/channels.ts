import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/context.ts';
import type { Door } from '../rules/recipient.ts';

export type ChannelRow = {
  id: string;
  name: string;
  address: string | null;
  brandId: string;
  teamId: string | null;
  topicId: string | null;
  language: string | null;
  replyKind: string;
  createdAt: Date;
};

/** All channels in the order in which they were made, as far as they decide what they take. */
export async function listDoors(db: Db | Tx): Promise<Door[]> {
  return db
    .selectFrom('baton.channels as c')
    .innerJoin('baton.brands as b', 'b.id', 'c.brand_id')
    .select(['c.id', 'c.address', 'b.address as brandAddress'])
    .orderBy('c.created_at')
    .orderBy('c.id')
    .execute();
}

const channelColumns = [
  'c.id',
  'c.name',
  'c.address',
  'c.brand_id as brandId',
  'c.team_id as teamId',
  'c.topic_id as topicId',
  'c.language',
  'c.reply_kind as replyKind',
  'c.created_at as createdAt',
] as const;

export async function channelById(db: Db | Tx, id: string): Promise<ChannelRow | null> {
  const row = await db
    .selectFrom('baton.channels as c')
    .select(channelColumns)
    .where('c.id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

export async function lockChannel(tx: Tx, id: string): Promise<ChannelRow | null> {
  const row = await tx
    .selectFrom('baton.channels as c')
    .select(channelColumns)
    .where('c.id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

/** Channels with the names of what they refer to, oldest first, one more than `limit`. */
export async function listChannels(
  db: Db | Tx,
  filter: { limit: number; after?: { createdAt: Date; id: string } | undefined; id?: string },
) {
  let query = db
    .selectFrom('baton.channels as c')
    .innerJoin('baton.brands as b', 'b.id', 'c.brand_id')
    .leftJoin('baton.teams as t', 't.id', 'c.team_id')
    .leftJoin('baton.topics as p', 'p.id', 'c.topic_id')
    .select(channelColumns)
    .select(['b.name as brandName', 't.name as teamName', 'p.name as topicName'])
    .orderBy('c.created_at')
    .orderBy('c.id')
    .limit(filter.limit + 1);
  const { after, id } = filter;
  if (id !== undefined) query = query.where('c.id', '=', id);
  if (after) {
    query = query.where(
      sql<boolean>`(c.created_at, c.id) > (${after.createdAt}, ${after.id}::uuid)`,
    );
  }
  return query.execute();
}
export type ChannelWithNames = Awaited<ReturnType<typeof listChannels>>[number];

export async function insertChannel(tx: Tx, row: ChannelRow): Promise<void> {
  await tx
    .insertInto('baton.channels')
    .values({ id: row.id, created_at: row.createdAt, ...toColumns(row) })
    .execute();
}

export async function updateChannel(tx: Tx, row: ChannelRow): Promise<void> {
  await tx.updateTable('baton.channels').set(toColumns(row)).where('id', '=', row.id).execute();
}

export async function deleteChannelRow(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('baton.channels').where('id', '=', id).execute();
}

function toColumns(row: ChannelRow) {
  return {
    name: row.name,
    address: row.address,
    brand_id: row.brandId,
    team_id: row.teamId,
    topic_id: row.topicId,
    language: row.language,
    reply_kind: row.replyKind,
  };
}

/** The channel without address, unless there is a channel already; two servers may try at once. */
export async function insertFirstChannel(tx: Tx, row: ChannelRow): Promise<void> {
  await sql`
    insert into baton.channels (id, name, address, brand_id, reply_kind, created_at)
    select ${row.id}::uuid, ${row.name}, null, ${row.brandId}::uuid, ${row.replyKind}, ${row.createdAt}
    where not exists (select from baton.channels)
    on conflict do nothing`.execute(tx);
}

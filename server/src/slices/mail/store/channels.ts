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
  pausedAt: Date | null;
  createdAt: Date;
};

/** The further addresses of `baton.channels as c`. */
const aliasesOf = sql<string[]>`array(
  select a.address from baton.channel_aliases a where a.channel_id = c.id order by a.address)`;

/** All channels in the order in which they were made, as far as they decide what they take. */
export async function listDoors(db: Db | Tx): Promise<Door[]> {
  return db
    .selectFrom('baton.channels as c')
    .innerJoin('baton.brands as b', 'b.id', 'c.brand_id')
    .select(['c.id', 'c.address', 'b.address as brandAddress'])
    .select(sql<boolean>`c.paused_at is not null`.as('paused'))
    .select(aliasesOf.as('aliases'))
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
  'c.paused_at as pausedAt',
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
    .select(aliasesOf.as('aliases'))
    .leftJoin('baton.mailboxes as m', 'm.channel_id', 'c.id')
    .select(['m.trouble', 'm.trouble_said as troubleSaid', 'm.trouble_since as troubleSince'])
    .select(['m.checked_at as checkedAt', 'm.channel_id as mailbox'])
    .select(
      sql<Date | null>`(
      select max(i.received_at) from baton.inbound i where i.channel_id = c.id)`.as(
        'lastMessageAt',
      ),
    )
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
    paused_at: row.pausedAt,
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

/** The channels, other than one, that have one of these addresses (in lower case) already. */
export async function takenAddresses(
  tx: Tx,
  addresses: readonly string[],
  exceptId: string,
): Promise<string[]> {
  const { rows } = await sql<{ address: string }>`
    select lower(address) as address from baton.channels
    where lower(address) = any(${addresses}::text[]) and id <> ${exceptId}
    union
    select address from baton.channel_aliases
    where address = any(${addresses}::text[]) and channel_id <> ${exceptId}`.execute(tx);
  return rows.map(({ address }) => address);
}

/** From now on these are the further addresses of a channel. */
export async function replaceAliases(
  tx: Tx,
  channelId: string,
  addresses: readonly string[],
): Promise<void> {
  await tx.deleteFrom('baton.channel_aliases').where('channel_id', '=', channelId).execute();
  if (addresses.length === 0) return;
  const rows = addresses.map((address) => ({ address, channel_id: channelId }));
  await tx.insertInto('baton.channel_aliases').values(rows).execute();
}

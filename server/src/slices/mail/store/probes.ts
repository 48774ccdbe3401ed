import type { Db, Tx } from '../../../platform/context.ts';

/** A letter to ourselves, as it is kept. */
export type ProbeRow = {
  id: string;
  channelId: string;
  kind: 'plus' | 'catch_all';
  address: string;
  askedAt: Date;
  sentAt: Date | null;
  refused: string | null;
  arrivedAt: Date | null;
};

const columns = [
  'id',
  'channel_id as channelId',
  'kind',
  'address',
  'asked_at as askedAt',
  'sent_at as sentAt',
  'refused',
  'arrived_at as arrivedAt',
] as const;

/** Writes down new probes of a channel in the place of its earlier ones. */
export async function replaceProbes(
  tx: Tx,
  channelId: string,
  probes: readonly Pick<ProbeRow, 'id' | 'kind' | 'address' | 'askedAt'>[],
): Promise<void> {
  await tx.deleteFrom('baton.channel_probes').where('channel_id', '=', channelId).execute();
  const rows = probes.map(({ id, kind, address, askedAt }) => ({
    id,
    kind,
    address,
    asked_at: askedAt,
    channel_id: channelId,
  }));
  await tx.insertInto('baton.channel_probes').values(rows).execute();
}

export async function probesOf(db: Db | Tx, channelId: string): Promise<ProbeRow[]> {
  const rows = await db
    .selectFrom('baton.channel_probes')
    .select(columns)
    .where('channel_id', '=', channelId)
    .orderBy('kind', 'desc')
    .execute();
  return rows.map((row) => ({ ...row, kind: row.kind as ProbeRow['kind'] }));
}

export async function probeById(db: Db | Tx, id: string): Promise<ProbeRow | null> {
  const row = await db
    .selectFrom('baton.channel_probes')
    .select(columns)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? { ...row, kind: row.kind as ProbeRow['kind'] } : null;
}

/** What became of a probe, as far as that is known now. */
export async function noteProbe(
  db: Db | Tx,
  id: string,
  fate: { sentAt: Date } | { refused: string } | { arrivedAt: Date },
): Promise<void> {
  const set =
    'sentAt' in fate
      ? { sent_at: fate.sentAt }
      : 'refused' in fate
        ? { refused: fate.refused }
        : { arrived_at: fate.arrivedAt };
  await db.updateTable('baton.channel_probes').set(set).where('id', '=', id).execute();
}

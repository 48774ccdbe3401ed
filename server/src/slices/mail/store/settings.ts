import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/context.ts';

const trusted = 'mail.trusted_hosts';
const installation = 'mail.installation';

/** What the rules must know of the house to judge a message; one round trip. */
export type MailHouse = {
  /** Addresses at which we receive, in lower case. */
  ours: Set<string>;
  trustedHosts: string[];
  /** By which our own mail is recognised when it comes back. */
  installation: string;
  /** Entries of the list of blocked senders that one of the given entries is. */
  blocked: Set<string>;
};

/** @param senders the entries that would block the sender of the message at hand */
export async function mailHouse(db: Db | Tx, senders: readonly string[]): Promise<MailHouse> {
  const { rows } = await sql<{
    ours: string[] | null;
    trusted: string[] | null;
    installation: string | null;
    blocked: string[] | null;
  }>`
    select
      (select array_agg(lower(address)) from (
        select address from baton.channels union all select address from baton.brands
        union all select address from baton.channel_aliases) as a
        where address is not null) as ours,
      (select value from baton.settings where key = ${trusted}) as trusted,
      (select value from baton.settings where key = ${installation}) as installation,
      (select array_agg(sender) from baton.blocked_senders
        where sender = any(${senders}::text[])) as blocked`.execute(db);
  const row = rows[0]!;
  return {
    ours: new Set(row.ours),
    trustedHosts: row.trusted ?? [],
    installation: row.installation ?? '',
    blocked: new Set(row.blocked),
  };
}

export async function readTrustedHosts(db: Db | Tx): Promise<string[]> {
  const row = await db
    .selectFrom('baton.settings')
    .select('value')
    .where('key', '=', trusted)
    .executeTakeFirst();
  return (row?.value as string[] | undefined) ?? [];
}

export async function writeTrustedHosts(tx: Tx, hosts: readonly string[]): Promise<void> {
  await sql`
    insert into baton.settings (key, value) values (${trusted}, ${JSON.stringify(hosts)}::jsonb)
    on conflict (key) do update set value = excluded.value`.execute(tx);
}

/** Names the installation once; its mail carries the name, so that a loop is seen. */
export async function nameInstallation(tx: Tx, name: string): Promise<void> {
  await sql`
    insert into baton.settings (key, value) values (${installation}, ${JSON.stringify(name)}::jsonb)
    on conflict (key) do nothing`.execute(tx);
}

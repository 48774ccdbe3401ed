import { sql } from 'kysely';
import type { Db } from '../../../platform/context.ts';

export type AuditRow = {
  seq: number;
  at: Date;
  actor_kind: string;
  actor_id: string | null;
  actor_name: string | null;
  kind: string;
  subject: string | null;
  subject_name: string | null;
  before: unknown;
  after: unknown;
  address: string | null;
};

export type AuditFilter = {
  actor?: string | undefined;
  kind?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
};

/** Changes of settings, the latest first, one beyond `limit`; `before` is the last of the page before. */
export async function settingsAudit(
  db: Db,
  filter: AuditFilter,
  before: number | undefined,
  limit: number,
): Promise<AuditRow[]> {
  const conditions = [sql`true`];
  if (filter.actor) conditions.push(sql`l.actor_id = ${filter.actor}`);
  if (filter.kind) conditions.push(sql`l.kind = ${filter.kind}`);
  if (filter.from) conditions.push(sql`l.at >= ${filter.from}::timestamptz`);
  if (filter.to) conditions.push(sql`l.at < ${filter.to}::timestamptz`);
  if (before !== undefined) conditions.push(sql`l.seq < ${before}`);
  const { rows } = await sql<AuditRow>`
    with page as materialized (
      select l.* from baton.settings_audit l
      where ${sql.join(conditions, sql` and `)} order by l.seq desc limit ${limit + 1})
    select p.*, coalesce(a.name, k.name) as actor_name,
      case
        when p.subject !~ '^[0-9a-f-]{36}$' then null
        when p.kind = 'sign_in_link' then (select name from baton.agents where id = p.subject::uuid)
        when p.kind in ('topic_questions', 'help_chain')
          then (select name from baton.topics where id = p.subject::uuid)
        when p.kind = 'mailbox' then (select name from baton.channels where id = p.subject::uuid)
        when p.kind = 'relay' then (select name from baton.brands where id = p.subject::uuid)
      end as subject_name
    from page p
    left join baton.agents a on p.actor_kind = 'agent' and a.id = p.actor_id
    left join baton.keys k on p.actor_kind = 'key' and k.id = p.actor_id
    order by p.seq desc`.execute(db);
  return rows;
}

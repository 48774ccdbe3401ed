import type { Language } from '@baton/contract';
import { sql } from 'kysely';
import { byName } from '../../../platform/by-name.ts';
import type { Db, Tx } from '../../../platform/context.ts';

/** What a template says, and for whose cases it is offered. */
export type TemplateContent = {
  name: string;
  text: string;
  language: Language;
  teamId: string | null;
  topicId: string | null;
  brandId: string | null;
};
type Stored = TemplateContent & { id: string; starter: string | null; version: number };

/** A template with the names of what it is for, and how often it was used since an instant. */
export type TemplateRow = Stored & {
  teamName: string | null;
  topicName: string | null;
  brandName: string | null;
  changedAt: Date;
  used: number;
  unchanged: number;
};

/** All templates, the most used since an instant first. */
export async function allTemplates(db: Db | Tx, since: Date): Promise<TemplateRow[]> {
  const { rows } = await templatesWhere(sql`true`, since).execute(db);
  return rows;
}

/** One template; null when there is none, or no longer. */
export async function templateById(db: Db | Tx, id: string, since: Date) {
  const { rows } = await templatesWhere(sql`p.id = ${id}`, since).execute(db);
  return rows[0] ?? null;
}

function templatesWhere(condition: ReturnType<typeof sql>, since: Date) {
  return sql<TemplateRow>`
    with uses as (
      select template_id, count(*)::int as used,
        count(*) filter (where unchanged)::int as unchanged
      from baton.message_writing where template_id is not null and at >= ${since}
      group by template_id
    )
    select p.id, p.name, p.text, p.language, p.starter, p.version, p.changed_at as "changedAt",
      p.team_id as "teamId", t.name as "teamName", p.topic_id as "topicId", o.name as "topicName",
      p.brand_id as "brandId", b.name as "brandName",
      coalesce(u.used, 0) as used, coalesce(u.unchanged, 0) as unchanged
    from baton.templates p
    left join baton.teams t on t.id = p.team_id
    left join baton.topics o on o.id = p.topic_id
    left join baton.brands b on b.id = p.brand_id
    left join uses u on u.template_id = p.id
    where p.removed_at is null and ${condition}
    order by coalesce(u.used, 0) desc, ${byName('p.name')}, p.id`;
}

/** One that is about to be changed, whether it was taken away or not. */
export async function lockTemplate(tx: Tx, id: string) {
  const row = await tx
    .selectFrom('baton.templates')
    .select(['id', 'name', 'text', 'language', 'starter', 'version', 'removed_at as removedAt'])
    .select(['team_id as teamId', 'topic_id as topicId', 'brand_id as brandId'])
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst();
  return row ? { ...row, language: row.language as Language } : null;
}

type Written = TemplateContent & { blanks: string[] };

function columnsOf({ name, text, language, blanks, teamId, topicId, brandId }: Written) {
  const scope = { team_id: teamId, topic_id: topicId, brand_id: brandId };
  return { name, text, language, blanks, ...scope };
}

/** Adds templates; one of the library that is there already is left out. Returns how many. */
export async function insertTemplates(
  tx: Tx,
  templates: (Written & { id: string; starter: string | null })[],
  now: Date,
): Promise<number> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('baton.templates')
    .values(
      templates.map(({ id, starter, ...said }) => ({
        ...columnsOf(said),
        ...{ id, starter, changed_at: now },
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return Number(numInsertedOrUpdatedRows ?? 0);
}

export async function updateTemplate(tx: Tx, id: string, said: Written, now: Date): Promise<void> {
  await tx
    .updateTable('baton.templates')
    .set((eb) => ({ ...columnsOf(said), changed_at: now, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

/** Takes a template away, or brings it back with null. */
export async function setRemoved(tx: Tx, id: string, removedAt: Date | null): Promise<void> {
  await tx
    .updateTable('baton.templates')
    .set({ removed_at: removedAt })
    .where('id', '=', id)
    .execute();
}

/** Which of these blanks stand in some template, also in one that was taken away. */
export async function blanksOfTemplates(tx: Tx, blanks: string[]): Promise<string[]> {
  const { rows } = await sql<{ blank: string }>`
    select distinct blank from baton.templates p cross join unnest(p.blanks) as blank
    where p.blanks && ${blanks}::text[] and blank = any(${blanks}::text[])`.execute(tx);
  return rows.map(({ blank }) => blank);
}

/** The text of a template, also of one that was taken away; null when there never was one. */
export async function textOfTemplate(tx: Tx, id: string): Promise<string | null> {
  const row = await tx
    .selectFrom('baton.templates')
    .select('text')
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.text ?? null;
}

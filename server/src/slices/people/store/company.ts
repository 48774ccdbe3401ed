import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/context.ts';

export type CompanyDefaults = {
  headId: string;
  defaultTeamId: string;
  defaultBrandId: string;
  zone: string;
  firstReplyMs: number;
  confirmWithinMs: number;
  remindAfterMs: number;
  taskWithinMs: number;
};

/** The defaults of the house. */
export async function companyDefaults(db: Db | Tx): Promise<CompanyDefaults> {
  const row = await db.selectFrom('baton.company').selectAll().executeTakeFirstOrThrow();
  return {
    headId: row.head_id,
    defaultTeamId: row.default_team_id,
    defaultBrandId: row.default_brand_id,
    zone: row.zone,
    firstReplyMs: row.first_reply_ms,
    confirmWithinMs: row.confirm_within_ms,
    remindAfterMs: row.remind_after_ms,
    taskWithinMs: row.task_within_ms,
  };
}

/**
 * One after the other: whoever changes who stands where in the pyramid takes this lock first, so
 * that rules over all of it (a last active agent, no circles) hold however many do so at once.
 */
export async function lockPyramid(tx: Tx): Promise<void> {
  await tx.selectFrom('baton.company').select('one').forUpdate().execute();
}

/** Waits for whoever is founding the company right now; says whether it stands. */
export async function lockFounding(tx: Tx): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(hashtextextended('baton.company', 0))`.execute(tx);
  return (await tx.selectFrom('baton.company').select('one').executeTakeFirst()) !== undefined;
}

export async function insertCompany(tx: Tx, company: CompanyDefaults): Promise<void> {
  await tx.insertInto('baton.company').values(toColumns(company)).execute();
}

export async function updateCompany(tx: Tx, company: CompanyDefaults): Promise<void> {
  await tx.updateTable('baton.company').set(toColumns(company)).execute();
}

function toColumns(company: CompanyDefaults) {
  return {
    head_id: company.headId,
    default_team_id: company.defaultTeamId,
    default_brand_id: company.defaultBrandId,
    zone: company.zone,
    first_reply_ms: company.firstReplyMs,
    confirm_within_ms: company.confirmWithinMs,
    remind_after_ms: company.remindAfterMs,
    task_within_ms: company.taskWithinMs,
  };
}

/** The defaults with the names of what they are. */
export async function companyWithNames(db: Db | Tx) {
  return db
    .selectFrom('baton.company as c')
    .innerJoin('baton.agents as head', 'head.id', 'c.head_id')
    .innerJoin('baton.teams as team', 'team.id', 'c.default_team_id')
    .innerJoin('baton.brands as brand', 'brand.id', 'c.default_brand_id')
    .select(['c.head_id', 'head.name as head_name'])
    .select(['c.default_team_id', 'team.name as team_name'])
    .select(['c.default_brand_id', 'brand.name as brand_name'])
    .select(['c.zone', 'c.first_reply_ms', 'c.confirm_within_ms'])
    .select(['c.remind_after_ms', 'c.task_within_ms'])
    .executeTakeFirstOrThrow();
}
export type CompanyRow = Awaited<ReturnType<typeof companyWithNames>>;

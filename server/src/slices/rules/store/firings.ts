import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/context.ts';

/** Something that a rule did about one cause, act by act. */
export type Firing = {
  caseId: string;
  ruleId: string;
  cause: string;
  version: number;
  at: Date;
  /** `done`, or the code with which it was refused. */
  acts: { do: string; outcome: string }[];
};

/** Whether a rule has acted on a case for this cause. The case must be locked. */
export async function hasFired(
  tx: Tx,
  { caseId, ruleId, cause }: Pick<Firing, 'caseId' | 'ruleId' | 'cause'>,
): Promise<boolean> {
  const row = await tx
    .selectFrom('baton.rule_firings')
    .select('version')
    .where('case_id', '=', caseId)
    .where('rule_id', '=', ruleId)
    .where('cause', '=', cause)
    .executeTakeFirst();
  return row !== undefined;
}

export async function insertFiring(tx: Tx, firing: Firing): Promise<void> {
  await tx
    .insertInto('baton.rule_firings')
    .values({
      case_id: firing.caseId,
      rule_id: firing.ruleId,
      cause: firing.cause,
      version: firing.version,
      at: firing.at,
      acts: JSON.stringify(firing.acts),
    })
    .execute();
}

/** On how many occasions each rule did something since an instant. */
export async function actedSince(db: Db | Tx, since: Date): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: string; count: number }>`
    select rule_id as id, count(*)::int as count from baton.rule_firings
    where at >= ${since} and acts @> '[{"outcome": "done"}]' group by rule_id`.execute(db);
  return new Map(rows.map(({ id, count }) => [id, count]));
}

import { sql } from 'kysely';
import type { Db } from '../../../platform/context.ts';

/** Cases with an event by a rule that there is not, or not in that version. */
export async function eventsOfNoRule(db: Db): Promise<{ caseId: string }[]> {
  const { rows } = await sql<{ caseId: string }>`
    select distinct e.case_id as "caseId" from baton.case_events e
    left join baton.team_rule_versions v on v.rule_id = e.rule_id and v.version = e.rule_version
    where e.rule_id is not null and (v.rule_id is null or e.actor_kind <> 'baton')`.execute(db);
  return rows;
}

/** Cases that a rule should have looked at more than five minutes ago. */
export async function waitsLeftBehind(db: Db): Promise<{ caseId: string }[]> {
  const { rows } = await sql<{ caseId: string }>`
    select distinct case_id as "caseId" from baton.rule_waits
    where due_at < now() - interval '5 minutes'`.execute(db);
  return rows;
}

import { sql } from 'kysely';
import type { Tx } from '../../../platform/context.ts';

/** Which kinds of events some work is to follow from. */
export type Hearing = {
  /** The name of the work; its payload is `{caseId, seq}`, or `{caseId}` once per case. */
  task: string;
  kinds: string[];
  /** Whether what rules did is heard, too; otherwise no rule can be set off by a rule. */
  byRules: boolean;
  perCase: boolean;
};

/** From this transaction on such work follows from these kinds of events, and from no others. */
export async function hearEvents(tx: Tx, { task, kinds, byRules, perCase }: Hearing) {
  await tx.deleteFrom('baton.heard_events').where('task', '=', task).execute();
  if (kinds.length === 0) return;
  await tx
    .insertInto('baton.heard_events')
    .values(kinds.map((kind) => ({ kind, task, by_rules: byRules, per_case: perCase })))
    .execute();
}

/** Records the work of whoever listens to the events that the part `written` of a statement returns. */
export function workOfListeners(written: string) {
  return sql`
    insert into baton.work (task, payload, job_key)
    select distinct h.task,
      case when h.per_case then jsonb_build_object('caseId', e.case_id)
        else jsonb_build_object('caseId', e.case_id, 'seq', e.seq) end,
      case when h.per_case then h.task || ':' || e.case_id end
    from ${sql.table(written)} e join baton.heard_events h on h.kind = e.kind
    where h.by_rules or e.rule_id is null`;
}

import { type RawBuilder, sql } from 'kysely';
import { rememberChanged } from '../../../platform/changes.ts';
import type { Tx } from '../../../platform/context.ts';
import { newId } from '../../../platform/ids.ts';
import type { Change } from '../change.ts';
import {
  agentsOf,
  type AgentRow,
  eventsOf,
  followingWork,
  leavingFollowers,
  messagesOf,
  noticeRows,
} from './change-rows.ts';
import { workOfListeners } from './hearing.ts';
import { columnsOf } from './rows.ts';
import { changedTasks, newTasks, type TaskChange } from './task-rows.ts';

/**
 * Writes changes of any number of cases, with everything that belongs to them, in one statement:
 * state, events, messages, files, participants, followers, links, and the work that follows.
 * The cases must be locked by this transaction, or new.
 * @returns the numbers of the new cases by their id
 */
export async function writeChanges(tx: Tx, changes: Change[]): Promise<Map<string, number>> {
  const fresh = changes.filter(({ before }) => before === null);
  const changed = changes.filter(
    ({ before, events, mark }) => before !== null && (events.length > 0 || mark !== undefined),
  );
  const messages = changes.flatMap(messagesOf);
  const agents = changes.flatMap(agentsOf);
  const leaving = changes.flatMap(leavingFollowers);
  const notices = changes.flatMap(noticeRows);
  const ends = changes.flatMap(changedTasks);
  const gone = changes.flatMap(({ after, events, leaving: addresses }) =>
    addresses.map((address) => ({ case_id: after.id, address, left_at: events[0]!.at })),
  );
  const parts = [
    part('fresh_cases', insertCases(fresh), fresh),
    part('changed_cases', updateCases(changed), changed),
    ...writtenAndHeard(changes.flatMap(eventsOf)),
    insert(
      'messages',
      messages.map((message) => message.row),
    ),
    insert(
      'message_files',
      messages.flatMap((message) => message.files),
    ),
    insert('participants', participantsOf(changes), comingBack),
    part('joining', upsertAgents(agents), agents),
    part('leaving', updateLeaving(leaving), leaving),
    part('gone', setLeft(gone), gone),
    insert('case_links', linksOf(changes), sql`on conflict do nothing`),
    insert('accountability', accountabilityOf(changes)),
    insert('tasks', changes.flatMap(newTasks)),
    part('changed_tasks', updateTasks(ends), ends),
    insert('work', changes.flatMap(followingWork)),
    part('told', namedNotices(notices), notices),
    part('new_notices', insertNotices, notices),
    part('unsaid_notices', insertUnsaid, notices),
  ].filter((query) => query !== null);
  if (parts.length === 0) return new Map();
  rememberChanged(tx, { cases: changes.map(({ after }) => after.id) });
  const numbers = fresh.length
    ? sql`select id, number from fresh_cases`
    : sql`select null::uuid as id, null::bigint as number where false`;
  const { rows } = await sql<{ id: string; number: number }>`
    with ${sql.join(parts)} ${numbers}`.execute(tx);
  return new Map(rows.map(({ id, number }) => [id, number]));
}

/** The events, and the work of whoever listens to them. */
function writtenAndHeard(rows: object[]) {
  const written = insert('case_events', rows, sql`returning case_id, seq, kind, rule_id`);
  return written ? [written, part('heard', workOfListeners('new_case_events'), rows)] : [];
}

/** How many cases are written in one statement. */
const batch = 500;

/** Writes changes of very many cases, some hundreds in each statement. */
export async function writeInBatches(tx: Tx, changes: Change[]): Promise<void> {
  for (let from = 0; from < changes.length; from += batch) {
    await writeChanges(tx, changes.slice(from, from + batch));
  }
}

function part(name: string, query: RawBuilder<unknown>, rows: unknown[]) {
  return rows.length === 0 ? null : sql`${sql.ref(name)} as (${query})`;
}

function insert(table: string, rows: object[], conflict = sql``) {
  if (rows.length === 0) return null;
  const columns = columnList(Object.keys(rows[0]!));
  const from = sql.table(`baton.${table}`);
  return sql`${sql.ref(`new_${table}`)} as (
    insert into ${from} (${columns})
    select ${columns} from jsonb_populate_recordset(null::${from}, ${json(rows)}) ${conflict})`;
}

function insertCases(changes: Change[]) {
  const rows = changes.map(({ after, subject, mark }) => ({
    ...columnsOf(after),
    subject,
    clock_rule: mark ?? '',
  }));
  const columns = columnList(Object.keys(rows[0] ?? {}));
  return sql`
    insert into baton.cases (${columns})
    select ${columns} from jsonb_populate_recordset(null::baton.cases, ${json(rows)})
    returning id, number`;
}

function updateCases(changes: Change[]) {
  const rows = changes.map(({ after, subject, mark }) => ({
    ...columnsOf(after),
    subject: subject ?? null,
    clock_rule: mark ?? null,
  }));
  const kept = ['subject', 'clock_rule'];
  const names = Object.keys(rows[0] ?? {}).filter((name) => name !== 'id' && !kept.includes(name));
  const assignments = names.map((name) => sql`${sql.ref(name)} = r.${sql.ref(name)}`);
  return sql`
    update baton.cases c
    set ${sql.join([
      ...assignments,
      ...kept.map(
        (name) => sql`${sql.ref(name)} = coalesce(r.${sql.ref(name)}, c.${sql.ref(name)})`,
      ),
    ])}
    from jsonb_populate_recordset(null::baton.cases, ${json(rows)}) r
    where c.id = r.id`;
}

function updateTasks(rows: TaskChange[]) {
  return sql`
    update baton.tasks t
    set state = r.state, warned = coalesce(r.warned, t.warned), wake_at = r.wake_at,
      ended_at = r.ended_at, answer_id = r.answer_id
    from jsonb_populate_recordset(null::baton.tasks, ${json(rows)}) r
    where t.id = r.id`;
}

/** The notices with whom they are for, the lead of a team by name. */
function namedNotices(rows: ReturnType<typeof noticeRows>) {
  return sql`
    select r.*, coalesce(r.agent_id, t.lead_id) as told_id
    from jsonb_to_recordset(${json(rows)})
      as r(id uuid, agent_id uuid, team_id uuid, kind text, case_id uuid, seq integer, actor_id uuid,
        data jsonb, at timestamptz)
    join baton.teams t on t.id = r.team_id`;
}

const insertNotices = sql`
  insert into baton.notices (id, agent_id, kind, case_id, seq, data, at)
  select id, told_id, kind, case_id, seq, data, at from told
  where told_id is distinct from actor_id`;

const insertUnsaid = sql`
  insert into baton.notices_unsaid (id, agent_id, kind, case_id, seq, at)
  select id, told_id, kind, case_id, seq, at from told where told_id = actor_id`;

/** Having held a case stays, and so does following it until somebody says otherwise. */
function upsertAgents(rows: AgentRow[]) {
  return sql`
    insert into baton.case_agents as a (case_id, agent_id, held, follows)
    select case_id, agent_id, held, follows
    from jsonb_populate_recordset(null::baton.case_agents, ${json(rows)})
    on conflict (case_id, agent_id)
      do update set held = a.held or excluded.held, follows = a.follows or excluded.follows`;
}

function updateLeaving(rows: { case_id: string; agent_id: string }[]) {
  return sql`
    update baton.case_agents a set follows = false
    from jsonb_populate_recordset(null::baton.case_agents, ${json(rows)}) r
    where a.case_id = r.case_id and a.agent_id = r.agent_id`;
}

function setLeft(rows: { case_id: string; address: string; left_at: Date }[]) {
  return sql`
    update baton.participants p set left_at = r.left_at
    from jsonb_populate_recordset(null::baton.participants, ${json(rows)}) r
    where p.case_id = r.case_id and p.address = r.address`;
}

/** Who had left takes part again, in the new role; who is there stays as they are. */
const comingBack = sql`
  on conflict (case_id, address) do update
  set left_at = null, role = excluded.role, from_case = excluded.from_case
  where participants.left_at is not null`;

function participantsOf(changes: Change[]) {
  return changes.flatMap(({ after, participants }) => {
    const byAddress = new Map(participants.map((one) => [one.address.toLowerCase(), one]));
    return [...byAddress].map(([address, { id, name, role, fromCase }]) => ({
      id: id ?? newId(),
      case_id: after.id,
      from_case: fromCase ?? null,
      address,
      name: name ?? null,
      role,
    }));
  });
}

function linksOf(changes: Change[]) {
  return changes.flatMap(({ after, linkedTo }) =>
    linkedTo ? [{ case_id: after.id, linked_id: linkedTo.caseId, why: linkedTo.why }] : [],
  );
}

function accountabilityOf(changes: Change[]) {
  return changes.flatMap(({ after, events }) =>
    events.flatMap(({ seq, at, fact }) =>
      fact.kind === 'accountability_opened'
        ? [
            {
              case_id: after.id,
              seq,
              level: after.level,
              owner_id: after.ownerId,
              answerable_id: fact.answerable,
              lapsed_at: at,
            },
          ]
        : [],
    ),
  );
}

function columnList(names: string[]) {
  return sql.join(names.map((name) => sql.ref(name)));
}

/** JSON as PostgreSQL takes it: no null characters, no half surrogates. */
function json(rows: unknown[]) {
  const text = JSON.stringify(rows, (_, value: unknown) =>
    typeof value === 'string' ? value.toWellFormed().replaceAll('\u0000', '\ufffd') : value,
  );
  return sql`${text}::jsonb`;
}

import type { Message, outboundStates } from '@baton/contract';
import { type ExpressionBuilder, sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { rememberChanged } from '../../../platform/changes.ts';
import type { Db, Tx } from '../../../platform/context.ts';
import type { DB } from '../../../platform/database-types.ts';
import { letterOfMessage } from '../../letters/index.ts';

type OutboundState = (typeof outboundStates)[number];

/** What became of an outgoing message, as the mail reports it. */
export type Delivery = {
  messageId: string;
  outboundId: string;
  state: OutboundState;
  reason: string | null;
};

/** Keeps the fate of an outgoing message; returns its case and its fate until now. */
export async function setDelivery(tx: Tx, fate: Delivery, now: Date) {
  const { rows } = await sql<{ caseId: string; was: string | null }>`
    update baton.messages m
    set outbound_id = ${fate.outboundId}, delivery_state = ${fate.state},
      delivery_reason = ${fate.reason}, delivery_at = ${now}
    from (select id, delivery_state from baton.messages where id = ${fate.messageId} for update) old
    where m.id = old.id
    returning m.case_id as "caseId", old.delivery_state as was`.execute(tx);
  return rows[0] ?? null;
}

/** A message, locked until the end of the transaction; null when there is none. */
export async function lockMessage(tx: Tx, id: string) {
  const row = await tx
    .selectFrom('baton.messages')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

/** A message was taken back; nothing lets it go any more. */
export async function setWithdrawn(tx: Tx, id: string, now: Date): Promise<void> {
  await tx
    .updateTable('baton.messages')
    .set({ withdrawn_at: now, not_before: null })
    .where('id', '=', id)
    .execute();
}

/** A message may leave: from now on nobody takes it back. */
export async function setLetGo(tx: Tx, id: string): Promise<void> {
  await tx.updateTable('baton.messages').set({ not_before: null }).where('id', '=', id).execute();
}

/** A page of a case's messages in the order in which they were recorded. */
export async function messagesOfCase(db: Db | Tx, caseId: string, afterSeq: number, limit: number) {
  return withAuthor(db)
    .select([filesOf, letterOfMessage.as('letter'), writtenHow, ...elsewhere])
    .where('m.case_id', '=', caseId)
    .where('m.seq', '>', afterSeq)
    .orderBy('m.seq')
    .limit(limit)
    .execute();
}

/** Which of these are messages of the case. */
export async function messagesAmong(db: Db | Tx, caseId: string, ids: string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('baton.messages')
    .select('id')
    .where('case_id', '=', caseId)
    .where('id', 'in', ids)
    .execute();
  return rows.map((row) => row.id);
}

/** One message with everything that is needed to send it. */
export async function messageById(db: Db | Tx, id: string) {
  return withAuthor(db)
    .select('a.signature as agent_signature')
    .select([filesOf, letterOfMessage.as('letter'), writtenHow, ...elsewhere])
    .where('m.id', '=', id)
    .executeTakeFirst();
}

/** Messages with the name of the agent, or of the customer, who wrote them. */
function withAuthor(db: Db | Tx) {
  return (
    db
      .selectFrom('baton.messages as m')
      .leftJoin('baton.agents as a', (join) =>
        join.onRef('a.id', '=', 'm.author_id').on('m.author_kind', '=', 'agent'),
      )
      // What was said on a page has no sender line from which the name would come.
      .leftJoin('baton.customers as cu', (join) =>
        join
          .onRef('cu.id', '=', 'm.author_id')
          .on('m.author_kind', '=', 'customer')
          .on('m.kind', '=', 'page'),
      )
      .selectAll('m')
      .select(['a.name as agent_name', 'cu.name as customer_name'])
  );
}

function filesOf(eb: ExpressionBuilder<DB & { m: DB['baton.messages'] }, 'm'>) {
  return jsonArrayFrom(
    eb
      .selectFrom('baton.message_files as mf')
      .innerJoin('baton.files as f', 'f.id', 'mf.file_id')
      .select(['f.id', 'f.name', 'f.type', 'f.size', 'f.sha256', 'mf.inline_id as inlineId'])
      .whereRef('mf.message_id', '=', 'm.id')
      .orderBy('mf.place'),
  ).as('files');
}

/** How it was written, where something was noted of that. */
const writtenHow = sql<WrittenHow | null>`(
  select jsonb_build_object('unchanged', w.unchanged, 'hints', to_jsonb(w.hints),
    'template', case when t.id is not null then jsonb_build_object('id', t.id, 'name', t.name) end)
  from baton.message_writing w left join baton.templates t on t.id = w.template_id
  where w.message_id = m.id)`.as('written');

/** Of which message in which case this one is a copy, and which case has a copy of it. */
const elsewhere = [
  sql<string | null>`(
    with recursive origin as (
      select o.inbound_id, o.copy_of from baton.messages o where o.id = m.copy_of
      union all
      select o.inbound_id, o.copy_of from origin join baton.messages o on o.id = origin.copy_of
    )
    select inbound_id from origin where inbound_id is not null limit 1)`.as('original_inbound'),
  sql<OtherCase | null>`(
    select jsonb_build_object('id', c.id, 'number', c.number) from baton.messages o
    join baton.cases c on c.id = o.case_id where o.id = m.copy_of)`.as('copied_from'),
  sql<OtherCase | null>`(
    select jsonb_build_object('id', c.id, 'number', c.number) from baton.messages o
    join baton.cases c on c.id = o.case_id where o.copy_of = m.id
    order by o.at desc limit 1)`.as('copied_to'),
] as const;

type WrittenHow = NonNullable<Message['written']>;
type OtherCase = { id: string; number: number };

/** A message that is still being written down is worded anew; what went out or came in never is. */
export async function rewriteMessage(
  tx: Tx,
  message: { id: string; caseId: string; text: string; subject?: string },
): Promise<void> {
  const { id, caseId, text, subject } = message;
  await tx
    .updateTable('baton.messages')
    .set({ text, ...(subject === undefined ? {} : { subject }) })
    .where('id', '=', id)
    .where('case_id', '=', caseId)
    .where('kind', 'in', ['call', 'visit'])
    .execute();
  rememberChanged(tx, { cases: [caseId] });
}

/** The first message of a case that was taken down while the customer spoke; null of any other. */
export async function spokenOpening(db: Db | Tx, caseId: string) {
  const row = await db
    .selectFrom('baton.messages')
    .select(['id', 'text'])
    .where('case_id', '=', caseId)
    .where('seq', '=', 1)
    .where('direction', '=', 'in')
    .where('kind', 'in', ['call', 'visit'])
    .executeTakeFirst();
  return row ?? null;
}

/** The files of the first message of a case that is still being taken down are these from now on. */
export async function setFilesOfOpening(tx: Tx, caseId: string, files: string[]): Promise<void> {
  const opening = await spokenOpening(tx, caseId);
  if (!opening) return;
  await tx.deleteFrom('baton.message_files').where('message_id', '=', opening.id).execute();
  await sql`
    insert into baton.message_files (message_id, file_id, place)
    select ${opening.id}::uuid, file.id, file.place - 1
    from unnest(${files}::uuid[]) with ordinality as file (id, place)`.execute(tx);
  rememberChanged(tx, { cases: [caseId] });
}

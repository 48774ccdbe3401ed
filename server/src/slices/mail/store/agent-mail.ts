import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/context.ts';

export type NewAgentMail = {
  id: string;
  agentId: string;
  caseId: string | null;
  /** By whose relay it leaves. */
  brandId: string;
  recipient: string;
  sender: string;
  senderName: string;
  subject: string;
  language: string;
  text: string;
  createdAt: Date;
  /** The one-time link that it carries. */
  linkId?: string;
};

/** Puts a mail to an agent into its outbox; returns the number that its token is made of. */
export async function insertAgentMail(tx: Tx, mail: NewAgentMail): Promise<number> {
  const { number } = await tx
    .insertInto('baton.agent_mail')
    .values({
      id: mail.id,
      agent_id: mail.agentId,
      case_id: mail.caseId,
      brand_id: mail.brandId,
      recipient: mail.recipient,
      sender: mail.sender,
      sender_name: mail.senderName,
      subject: mail.subject,
      language: mail.language,
      text: mail.text,
      state: 'queued',
      created_at: mail.createdAt,
      link_id: mail.linkId ?? null,
    })
    .returning('number')
    .executeTakeFirstOrThrow();
  return number;
}

/** How an answer to the mail is recognised: where it goes, and which mail it answers. */
export async function setToken(
  tx: Tx,
  id: string,
  token: { replyTo: string | null; mimeId: string },
): Promise<void> {
  await tx
    .updateTable('baton.agent_mail')
    .set({ reply_to: token.replyTo, mime_id: token.mimeId })
    .where('id', '=', id)
    .execute();
}

/** Locks a mail to an agent; null when there is none. */
export async function lockAgentMail(tx: Tx, id: string) {
  const row = await tx
    .selectFrom('baton.agent_mail')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}
export type AgentMailRow = NonNullable<Awaited<ReturnType<typeof lockAgentMail>>>;

/** One attempt more, and until when nobody else makes one. */
export async function claimAgentMail(tx: Tx, id: string, until: Date): Promise<void> {
  await tx
    .updateTable('baton.agent_mail')
    .set((eb) => ({ attempts: eb('attempts', '+', 1), next_attempt_at: until }))
    .where('id', '=', id)
    .execute();
}

/** It stays queued and is tried again. */
export async function retryAgentMail(tx: Tx, id: string, at: Date, reason: string): Promise<void> {
  await tx
    .updateTable('baton.agent_mail')
    .set({ next_attempt_at: at, reason })
    .where('id', '=', id)
    .execute();
}

export async function setAgentMailFate(
  tx: Tx,
  id: string,
  fate: { state: 'sent' | 'refused'; reason: string | null; at: Date },
): Promise<void> {
  await tx
    .updateTable('baton.agent_mail')
    .set({
      state: fate.state,
      reason: fate.reason,
      next_attempt_at: null,
      ...(fate.state === 'sent' ? { sent_at: fate.at } : {}),
    })
    .where('id', '=', id)
    .execute();
}

/** Queued mails to agents whose time has long come: their job was lost. */
export async function overdueAgentMail(db: Db | Tx, before: Date, limit: number) {
  const rows = await db
    .selectFrom('baton.agent_mail')
    .select('id')
    .where('state', '=', 'queued')
    .where('created_at', '<', before)
    .where((eb) => eb.or([eb('next_attempt_at', 'is', null), eb('next_attempt_at', '<', before)]))
    .orderBy('created_at')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

/** The mail to an agent with that number, and whose address it went to; null when there is none. */
export async function agentMailByNumber(db: Db | Tx, number: number) {
  const row = await db
    .selectFrom('baton.agent_mail as m')
    .innerJoin('baton.agents as a', 'a.id', 'm.agent_id')
    .select(['m.id', 'm.case_id as caseId', 'a.id as agentId', 'a.role'])
    // Nobody answers as somebody who is locked out.
    .select(sql<boolean>`a.active and a.locked_at is null`.as('active'))
    .select(sql<string>`lower(a.email)`.as('address'))
    .where('m.number', '=', number)
    .executeTakeFirst();
  return row ?? null;
}
/** The mail to an agent with one of these Message-IDs. */
export async function agentMailOfMessageIds(db: Db | Tx, ids: readonly string[]) {
  if (ids.length === 0) return null;
  const row = await db
    .selectFrom('baton.agent_mail')
    .select('id')
    .where('mime_id', 'in', ids)
    .executeTakeFirst();
  return row?.id ?? null;
}

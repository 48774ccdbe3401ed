import type { Deps } from '../../../platform/context.ts';
import { caseForMail, messageToSend } from '../../cases/index.ts';
import { brandById } from '../../people/index.ts';
import type { OutboundRow } from '../store/outbound.ts';
import { mailHouse } from '../store/settings.ts';
import { htmlOfText } from '../texts/html.ts';
import { spoken } from '../texts/index.ts';
import { replyText } from '../texts/told.ts';
import type { Outgoing } from '../transport/relay.ts';

/** The mail as it leaves, from its row in the outbox and its message in the case. */
export async function composeMail(deps: Deps, row: OutboundRow): Promise<Outgoing> {
  const message = await messageToSend(deps.db, row.message_id);
  const about = await caseForMail(deps.db, { id: row.case_id });
  if (!message || !about) throw new Error(`The message of ${row.id} is gone.`);
  const brand = await brandById(deps.db, about.brandId);
  const { installation } = await mailHouse(deps.db, []);
  const text = textOf(message, row);
  return {
    from: { name: row.sender_name, address: row.sender },
    to: row.recipients,
    cc: row.copies,
    replyTo: row.reply_to,
    subject: row.subject,
    messageId: row.mime_id,
    inReplyTo: row.in_reply_to,
    references: row.refs,
    date: row.created_at,
    headers: headersOf(row, installation),
    text,
    html: htmlOfText({ text, language: row.language, colour: brand?.colour ?? '#0d6b5e' }),
    files: message.files,
  };
}

type Said = { kind: string; text: string; authorName: string | null };

/** What Baton says itself stands as it is; what an agent wrote is signed. */
export function textOf(
  message: Said,
  row: Pick<OutboundRow, 'automatic' | 'sender_name' | 'language'>,
): string {
  if (row.automatic) return message.text;
  const reply = { ...message, solution: message.kind === 'solution' };
  return replyText(reply, row.sender_name, spoken(row.language) ?? 'en');
}

function headersOf(row: OutboundRow, installation: string): Record<string, string> {
  const own = { 'X-Baton-Loop': installation, 'Content-Language': row.language };
  if (!row.automatic) return own;
  // RFC 3834 §5; the second one for Exchange.
  return { ...own, 'Auto-Submitted': 'auto-replied', 'X-Auto-Response-Suppress': 'All' };
}

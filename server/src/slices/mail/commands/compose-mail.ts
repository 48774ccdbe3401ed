import type { Language } from '@baton/contract';
import type { Deps } from '../../../platform/context.ts';
import { shown } from '../../../platform/formatted/index.ts';
import { caseForMail, customerLink, fileLink, messageToSend } from '../../cases/index.ts';
import { brandById } from '../../people/index.ts';
import { fit, usualLimit } from '../rules/fit.ts';
import type { OutboundRow } from '../store/outbound.ts';
import { relayOfBrand } from '../store/relays.ts';
import { mailHouse } from '../store/settings.ts';
import { frameOf, logoFile, withFooter } from '../texts/frame.ts';
import { htmlOfText } from '../texts/html.ts';
import { spoken } from '../texts/index.ts';
import { afterReply, fetchHere, sayHere } from '../texts/told.ts';
import { htmlOfWritten } from '../texts/written.ts';
import type { Outgoing } from '../transport/relay.ts';

/** The mail as it leaves, from its row in the outbox and its message in the case. */
export async function composeMail(deps: Deps, row: OutboundRow): Promise<Outgoing> {
  const message = await messageToSend(deps.db, row.message_id);
  const about = await caseForMail(deps.db, { id: row.case_id });
  if (!message || !about) throw new Error(`The message of ${row.id} is gone.`);
  const brand = await brandById(deps.db, about.brandId);
  const { installation } = await mailHouse(deps.db, []);
  const relay = await relayOfBrand(deps.db, about.brandId);
  const limit = Math.min(usualLimit, relay?.size_limit ?? usualLimit);
  const { along, linked } = fit(message.files, 2 * message.text.length + 20_000, limit);
  const language = spoken(row.language) ?? 'en';
  const frame = frameOf(brand, language);
  const after = [
    ...afterWords(signed(message), row, customerLink(deps, about.number)),
    ...linksTo(deps, linked, row.created_at, brand?.zone ?? 'UTC', language),
  ];
  const text = [message.text.trim(), ...after].join('\n\n');
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
    text: withFooter(text, frame),
    html:
      message.html === null
        ? htmlOfText(text, frame)
        : htmlOfWritten(
            shown(message.html, (file) => partOf(along, file)),
            after.join('\n\n'),
            frame,
          ),
    files: [...along, ...logoFile(brand)],
    only: row.remaining,
  };
}

/** Whoever wrote it, with the lines by which they sign. */
function signed<M extends { authorName: string | null; authorSignature: string | null }>(
  message: M,
): M {
  const { authorName, authorSignature } = message;
  return {
    ...message,
    authorName: [authorName, authorSignature].filter(Boolean).join('\n') || null,
  };
}

/** The addresses of what did not go along, if there is any. */
function linksTo(
  deps: Deps,
  files: { id: string; name: string }[],
  sentAt: Date,
  zone: string,
  language: Language,
): string[] {
  if (files.length === 0) return [];
  const links = files.map(({ id, name }) => ({ name, ...fileLink(deps, id, sentAt) }));
  return [fetchHere(links, links[0]!.until, zone, language)];
}

type Said = { kind: string; text: string; authorName: string | null };

/** Where a picture in the text is to be found; null where it did not go along. */
function partOf(along: { id: string; inlineId: string | null }[], fileId: string): string | null {
  const part = along.find(({ id }) => id === fileId);
  return part?.inlineId ? `cid:${part.inlineId}` : null;
}

type Addressed = Pick<OutboundRow, 'automatic' | 'sender_name' | 'language'>;

/**
 * A message as it goes out, in plain text: what Baton says itself as it is, what an agent wrote with
 * what is added to it.
 * @param link null where the text is shown to agents
 */
export function textOf(message: Said, row: Addressed, link: string | null): string {
  return [message.text.trim(), ...afterWords(message, row, link)].join('\n\n');
}

/**
 * What is added to the words of a message: who signs, and where the customer is asked whether it is
 * solved, the address of the page for that comes last. It is nowhere kept with the message: who reads
 * the case here must not be able to answer in the customer's place.
 */
function afterWords(message: Said, row: Addressed, link: string | null): string[] {
  const language = spoken(row.language) ?? 'en';
  const reply = { authorName: message.authorName, solution: message.kind === 'solution' };
  const after = row.automatic ? [] : afterReply(reply, row.sender_name, language);
  const asks = ['solution', 'reminder'].includes(message.kind);
  return asks ? [...after, sayHere(link ?? '…', language)] : after;
}

function headersOf(row: OutboundRow, installation: string): Record<string, string> {
  const own = { 'X-Baton-Loop': installation, 'Content-Language': row.language };
  if (!row.automatic) return own;
  // RFC 3834 §5; the second one for Exchange.
  return { ...own, 'Auto-Submitted': 'auto-replied', 'X-Auto-Response-Suppress': 'All' };
}

import { dayMs } from '../../../kernel/duration.ts';
import { plus } from '../../../kernel/instant.ts';
import type { Ctx } from '../../../platform/context.ts';
import { normaliseAddress } from '../rules/address.ts';
import { type Envelope, headersOf, type Letter } from '../rules/letter.ts';
import { messageIdsIn } from '../rules/message-id.ts';
import { numberOfToken } from '../rules/thread-token.ts';
import { agentMailOfMessageIds } from '../store/agent-mail.ts';
import {
  lastOutboundOfCase,
  lastOutboundTo,
  outboundOfMessageIds,
  type Returned,
} from '../store/returned.ts';
import { threadKeys } from '../thread-keys.ts';

/** Servers try for five days (RFC 5321 §4.5.4.1); what bounces later is not looked for by address. */
const boundMs = 7 * dayMs;

/** How many signs of each kind are looked up. */
const mostSigns = 200;

/**
 * The message of ours of which a bounce or a complaint speaks, by the surest sign there is: its
 * Message-ID, also as a relay rewrote it; our token in an address; the address that failed, where
 * the report names it. Null when it names none of ours: somebody else wrote in our name.
 */
export async function findReturned(
  ctx: Ctx,
  letter: Letter,
  envelope: Envelope,
): Promise<Returned | null> {
  const ids = namedIn(letter);
  const named = await outboundOfMessageIds(ctx.tx, ids);
  if (named) return named;
  // A mail to an agent is known by its Message-ID alone.
  if (await agentMailOfMessageIds(ctx.tx, ids)) return null;
  return (
    (await byToken(ctx, letter, envelope)) ??
    (await lastOutboundTo(ctx.tx, recipientsIn(letter), plus(ctx.now, -boundMs)))
  );
}

/**
 * The Message-IDs that a bounce or a complaint names, the surest first: of the mail that came back
 * inside it, before those of the thread to which that one belonged.
 */
export function namedIn(letter: Letter): string[] {
  const written = letter.text.match(/^[> \t]*message-id\s*:[^\n]*(\n[> \t]*<[^\n]*)?/gim) ?? [];
  const named = [
    ...letter.returnedIds,
    ...written.flatMap(messageIdsIn),
    ...letter.inReplyTo,
    ...letter.references.toReversed(),
    ...messageIdsIn(letter.text),
  ];
  return [...new Set(named)].slice(0, mostSigns);
}

async function byToken(ctx: Ctx, letter: Letter, envelope: Envelope): Promise<Returned | null> {
  const keys = threadKeys(ctx.deps.secrets);
  const to = [...letter.to, ...letter.cc].map(({ address }) => address);
  const inText = letter.text.match(/[^\s<>"@]{1,64}@[^\s<>"@]{1,190}/g) ?? [];
  const ids = letter.returnedIds.concat(messageIdsIn(letter.text));
  const signs = [...envelope.recipients, ...to, ...letter.returnedAddresses, ...ids, ...inText];
  for (const sign of signs.slice(0, mostSigns)) {
    const number = numberOfToken(sign, keys);
    if (number !== null) return lastOutboundOfCase(ctx.tx, number, recipientsIn(letter));
  }
  return null;
}

/** For whom the message was, where a report or a header says so; free text is not believed. */
function recipientsIn(letter: Letter): string[] {
  const reported = letter.reports.flatMap(({ recipient }) => recipient ?? []);
  const listed = headersOf(letter, 'x-failed-recipients').flatMap((value) => value.split(','));
  const all = [...reported, ...listed, ...(letter.complaint?.recipients ?? [])];
  return [...new Set(all.map(normaliseAddress))]
    .filter((one) => one.includes('@'))
    .slice(0, mostSigns);
}

import type { AccountLine, Breaker, Channel, Inbound, Language, Outbound } from '@baton/contract';
import type { z } from 'zod';
import type { addressMark, blockedSender } from '@baton/contract';
import { textOf } from './commands/compose-mail.ts';
import type { AccountRow } from './store/account.ts';
import type { AddressMark } from './store/address-marks.ts';
import type { BlockedSender } from './store/blocked-senders.ts';
import type { ShownBreaker } from './store/breakers.ts';
import type { ChannelWithNames } from './store/channels.ts';
import { presentHealth } from './present-channel.ts';
import type { ShownInbound, ShownOutbound } from './store/mail-lists.ts';

export function presentChannel(row: ChannelWithNames, now: Date): Channel {
  return {
    id: row.id,
    name: row.name,
    address: row.address,
    brand: { id: row.brandId, name: row.brandName },
    team: row.teamId ? { id: row.teamId, name: row.teamName ?? '' } : null,
    topic: row.topicId ? { id: row.topicId, name: row.topicName ?? '' } : null,
    language: row.language as Language | null,
    replyKind: row.replyKind as Channel['replyKind'],
    aliases: row.aliases,
    hasMailbox: row.mailbox !== null,
    health: presentHealth(row, now),
    createdAt: row.createdAt.toISOString(),
  };
}

export function presentInbound(row: ShownInbound): Inbound {
  return {
    id: row.id,
    channel: { id: row.channel_id, name: row.channel_name },
    door: row.door as Inbound['door'],
    receivedAt: row.received_at.toISOString(),
    envelopeFrom: row.envelope_from,
    recipients: row.recipients,
    sender: row.sender,
    subject: row.subject,
    messageId: row.header_message_id,
    size: row.raw_size,
    outcome: row.outcome as Inbound['outcome'],
    reason: row.reason,
    decidedAt: row.decided_at?.toISOString() ?? null,
    case: row.case_id,
    breaker: row.breaker_id,
  };
}

export function presentOutbound(row: ShownOutbound): Outbound {
  const said = { kind: row.message_kind, text: row.message_text, authorName: row.author_name };
  return {
    id: row.id,
    case: row.case_id,
    message: row.message_id,
    kind: row.kind,
    automatic: row.automatic,
    from: `${row.sender_name} <${row.sender}>`,
    replyTo: row.reply_to,
    to: row.recipients,
    cc: row.copies,
    subject: row.subject,
    messageId: row.mime_id,
    inReplyTo: row.in_reply_to,
    references: row.refs,
    language: row.language,
    text: textOf(said, row, null),
    state: row.state as Outbound['state'],
    reason: row.reason,
    attempts: row.attempts,
    nextAttemptAt: row.next_attempt_at?.toISOString() ?? null,
    createdAt: row.created_at.toISOString(),
    sentAt: row.sent_at?.toISOString() ?? null,
    relay: row.relay,
  };
}

export function presentAccountLine(row: AccountRow): AccountLine {
  const { channelId, channelName, day, received } = row;
  const { opened, joined, setAside, bounces, loops, duplicates, held, processing } = row;
  const outcomes = { opened, joined, setAside, bounces, loops, duplicates, held, processing };
  const sum = Object.values(outcomes).reduce((all, one) => all + one, 0);
  const channel = { id: channelId, name: channelName };
  return { channel, day, received, ...outcomes, difference: received - sum };
}

export function presentBreaker(row: ShownBreaker): Breaker {
  return {
    id: row.id,
    channel: { id: row.channelId, name: row.channelName },
    kind: row.kind,
    offender: row.offender,
    openedAt: row.openedAt.toISOString(),
    counted: row.counted,
    closedAt: row.closedAt?.toISOString() ?? null,
    closedBy: row.closedBy ? { id: row.closedBy, name: row.closedByName ?? '' } : null,
    holds: row.holds,
    held: row.held,
  };
}

export function presentMark(row: AddressMark): z.infer<typeof addressMark> {
  const { address, bouncedAt, bounceKind: kind, bounceReason: reason, complainedAt } = row;
  const bounce = bouncedAt && kind ? { kind, at: bouncedAt.toISOString(), reason } : null;
  return { address, bounce, complainedAt: complainedAt?.toISOString() ?? null };
}

export function presentBlockedSender(row: BlockedSender): z.infer<typeof blockedSender> {
  return { sender: row.sender, createdAt: row.createdAt.toISOString() };
}

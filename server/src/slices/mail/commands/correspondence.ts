import type { Language } from '@baton/contract';
import type { Ctx } from '../../../platform/context.ts';
import { type CaseForMail } from '../../cases/index.ts';
import { primaryMail } from '../../customers/index.ts';
import { brandById } from '../../people/index.ts';
import { isAddress, normaliseAddress, splitDetail } from '../rules/address.ts';
import { replyAddress, threadToken } from '../rules/thread-token.ts';
import { channelById } from '../store/channels.ts';
import { lastLanguage, openingMail } from '../store/correspondence.ts';
import { spoken } from '../texts/index.ts';
import { threadKeys } from '../thread-keys.ts';

/** How a case is written about: from whom, to whom, in which language. */
export type Correspondence = {
  channelId: string | null;
  sender: string;
  brand: { name: string; colour: string; zone: string };
  /** With the thread token; null where the mail host would not take such an address. */
  replyTo: string | null;
  /** Stands in our Message-IDs. */
  token: string;
  recipients: string[];
  copies: string[];
  language: Language;
  /** When the message was written that opened the case, as far as can be told. */
  openedBy: Date;
};

/** Gathers how a case is written about. */
export async function correspondenceOf(ctx: Ctx, about: CaseForMail): Promise<Correspondence> {
  const channel = about.channelId ? await channelById(ctx.tx, about.channelId) : null;
  const brand = await brandById(ctx.tx, about.brandId);
  const opening = await openingMail(ctx.tx, about.id);
  const written = opening?.recipients
    .map((recipient) => splitDetail(recipient).base)
    .find(isAddress);
  const sender = channel?.address ?? (channel && written) ?? brand?.address ?? lastResort(ctx);
  const token = threadToken(about.number, threadKeys(ctx.deps.secrets));
  const language =
    spoken(await lastLanguage(ctx.tx, about.id)) ??
    spoken(about.customerLanguage) ??
    spoken(channel?.language) ??
    brand?.language;
  return {
    channelId: channel?.id ?? null,
    sender,
    brand: brand ?? { name: 'Baton', colour: '#0d6b5e', zone: 'UTC' },
    replyTo: replyToOf(channel?.replyKind, sender, token),
    token,
    ...(await recipientsOf(ctx, about)),
    language: language ?? 'en',
    openedBy: earliest(about.openedAt, opening?.receivedAt, opening?.writtenAt),
  };
}

/** With the token in it, where the mail host of the channel takes such addresses. */
function replyToOf(kind: string | undefined, sender: string, token: string): string | null {
  if (kind === 'none') return null;
  return replyAddress(sender, token, kind === 'catch_all' ? 'catch_all' : 'plus');
}

/** Nobody configured an address, and the customer wrote to none of ours. */
export function lastResort(ctx: Ctx): string {
  const host = new URL(ctx.deps.settings.publicUrl).hostname;
  return `baton@${host.startsWith('[') || /^[\d.]+$/.test(host) ? 'localhost' : host}`;
}

async function recipientsOf(ctx: Ctx, about: CaseForMail) {
  const inRole = (role: string) =>
    about.participants.filter((one) => one.role === role).map(({ address }) => address);
  const recipients = inRole('customer').filter(isAddress);
  const copies = inRole('copied').filter(isAddress);
  if (recipients.length > 0) return { recipients, copies };
  const primary = await primaryMail(ctx.tx, about.customerId);
  const known = primary && isAddress(normaliseAddress(primary));
  return { recipients: known ? [normaliseAddress(primary)] : [], copies };
}

function earliest(first: Date, ...others: (Date | null | undefined)[]): Date {
  const times = [first, ...others].flatMap((at) => (at ? [at.getTime()] : []));
  return new Date(Math.min(...times));
}

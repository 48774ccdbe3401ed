import type { Ctx } from '../../../platform/context.ts';
import { openCase, type Participant } from '../../cases/index.ts';
import { customerById, customerForAddress } from '../../customers/index.ts';
import { topicById } from '../../people/index.ts';
import { isAddress, normaliseAddress } from '../rules/address.ts';
import type { Verdict } from '../rules/decide.ts';
import type { Mailbox } from '../rules/letter.ts';
import { answerElsewhere, copiedIn } from '../rules/participants.ts';
import type { Unprocessed } from '../store/inbound.ts';
import { spoken, wordsOf } from '../texts/index.ts';
import type { Reading } from '../transport/reading.ts';
import type { Judgement } from './judge-message.ts';
import { languageFor, languageOfLetter } from './language-for.ts';
import { messageOfLetter } from './message-of-letter.ts';

const longestSubject = 500;

/** A message opens a case of its own, linked to the one it points at, where it does. */
export async function openFromLetter(
  ctx: Ctx,
  row: Unprocessed,
  reading: Reading,
  judgement: Judgement,
  verdict: Extract<Verdict, { outcome: 'opened' }>,
): Promise<{ caseId: string; messageId: string }> {
  const { letter } = reading;
  const { sender } = judgement;
  const customerId = await customerForAddress(ctx, {
    ...sender,
    language: languageOfLetter(reading) ?? spoken(row.channelLanguage),
  });
  const language = await languageFor(ctx, row, reading, async () => {
    return (await customerById(ctx.tx, customerId))?.language ?? null;
  });
  const message = await messageOfLetter(ctx, reading, {
    inboundId: row.id,
    author: { kind: 'customer', id: customerId, ...sender },
    automatic: verdict.automatic,
    language,
  });
  const byCustomer = { ...ctx, actor: { kind: 'customer', id: customerId } as const };
  return openCase(byCustomer, {
    customerId,
    subject: letter.subject.slice(0, longestSubject).toWellFormed() || wordsOf(language).noSubject,
    brandId: row.brandId,
    channelId: row.channelId,
    recipients: row.recipients,
    usual: { teamId: row.teamId ?? undefined, topicId: await topicInUse(ctx, row.topicId) },
    message,
    participants: participantsOf(reading, judgement, verdict.automatic),
    linkedTo: verdict.linkedTo ? { caseId: verdict.linkedTo, why: verdict.reason } : undefined,
    receipt: verdict.receipt,
  });
}

/** A channel may name a topic that is no longer used; its mail opens cases all the same. */
async function topicInUse(ctx: Ctx, topicId: string | null): Promise<string | undefined> {
  if (topicId === null) return undefined;
  return (await topicById(ctx.tx, topicId))?.active ? topicId : undefined;
}

function participantsOf(
  { letter }: Reading,
  judgement: Judgement,
  automatic: boolean,
): Participant[] {
  const { address } = judgement.sender;
  const elsewhere = answerElsewhere(letter, address, judgement.ours);
  const customers: Mailbox[] = elsewhere ? [judgement.sender, elsewhere] : [judgement.sender];
  const copied = automatic ? [] : copiedIn(letter, address, judgement.ours);
  const all = [
    ...customers.map((one) => ({ ...one, role: 'customer' as const })),
    ...copied.map((one) => ({ ...one, role: 'copied' as const })),
  ].map((one) => ({ ...one, address: normaliseAddress(one.address) }));
  return all.filter(
    ({ address: mine }, index) =>
      isAddress(mine) && all.findIndex((other) => other.address === mine) === index,
  );
}

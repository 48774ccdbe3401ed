import type { Ctx } from '../../../platform/context.ts';
import { type CaseForMail, caseForMail } from '../../cases/index.ts';
import { customerByAddress } from '../../customers/index.ts';
import { isAddress, normaliseAddress } from '../rules/address.ts';
import type { Envelope, Letter } from '../rules/letter.ts';
import { numberInSubject } from '../rules/subject.ts';
import { numberOfToken } from '../rules/thread-token.ts';
import type { Pointer, Role, Thread, ThreadCase } from '../rules/threading.ts';
import { caseOfMessageIds } from '../store/threads.ts';
import { threadKeys } from '../thread-keys.ts';

export type Found = { thread: Thread; case: CaseForMail };

/**
 * The case that a message points at, by the surest sign there is: our token in the address it was
 * sent to, our token in the Message-IDs it answers, a Message-ID known from a case, the number in
 * its subject (invariant 7).
 */
export async function findThread(
  ctx: Ctx,
  letter: Letter,
  envelope: Envelope,
  sender: string,
): Promise<Found | null> {
  for (const [pointer, find] of signs(ctx, letter, envelope)) {
    const found = await find();
    if (!found) continue;
    const role = await roleOf(ctx, found, sender);
    const status = found.status as ThreadCase['status'];
    return { thread: { case: { ...found, status }, pointer, role }, case: found };
  }
  return null;
}

/** Among how many recipients our token is looked for: telling it from a forged one takes a while. */
const mostAddresses = 500;

type Sign = [pointer: Pointer, find: () => Promise<CaseForMail | null>];

function signs(ctx: Ctx, letter: Letter, envelope: Envelope): Sign[] {
  const addresses = [
    ...envelope.recipients,
    ...[...letter.to, ...letter.cc].slice(0, mostAddresses).map((to) => to.address),
  ];
  const answered = [...letter.inReplyTo, ...letter.references.toReversed()].slice(0, 100);
  const byNumber = async (number: number | null) =>
    number === null ? null : caseForMail(ctx.tx, { number });
  const byToken = (texts: string[]) => byNumber(tokenIn(ctx, texts));
  return [
    ['reply_address', () => byToken(addresses)],
    ['message_id', () => byToken(answered)],
    [
      'reference',
      async () => {
        const id = await caseOfMessageIds(ctx.tx, answered);
        return id === null ? null : caseForMail(ctx.tx, { id });
      },
    ],
    ['number', () => byNumber(numberInSubject(letter.subject))],
  ];
}

function tokenIn(ctx: Ctx, texts: string[]): number | null {
  const keys = threadKeys(ctx.deps.secrets);
  for (const text of texts) {
    const number = numberOfToken(text, keys);
    if (number !== null) return number;
  }
  return null;
}

/** Who the sender is to the case; a customer may write from any address that is known as theirs. */
async function roleOf(ctx: Ctx, found: CaseForMail, sender: string): Promise<Role> {
  const address = normaliseAddress(sender);
  if (!isAddress(address)) return 'stranger';
  const participant = found.participants.find((one) => one.address === address);
  if (participant) return participant.role === 'customer' ? 'customer' : 'participant';
  return (await customerByAddress(ctx.tx, address)) === found.customerId ? 'customer' : 'stranger';
}

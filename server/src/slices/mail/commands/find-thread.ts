import type { Ctx } from '../../../platform/context.ts';
import { type CaseForMail, caseForMail, followMerges, returnedTo } from '../../cases/index.ts';
import { customerByAddress } from '../../customers/index.ts';
import { isAddress, normaliseAddress } from '../rules/address.ts';
import type { Envelope, Letter } from '../rules/letter.ts';
import { numberInSubject } from '../rules/subject.ts';
import { numberOfToken } from '../rules/thread-token.ts';
import type { Pointer, Role, Thread, ThreadCase } from '../rules/threading.ts';
import { caseOfMessageIds, splitCaseOf } from '../store/threads.ts';
import { threadKeys } from '../thread-keys.ts';

export type Found = {
  thread: Thread;
  case: CaseForMail;
  /** The case to whose thread the message came, where that was merged into this one. */
  threadCaseId: string | null;
};

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
    const meant = await find();
    if (!meant) continue;
    const { found, role, thread } = await followed(ctx, meant, sender);
    const status = found.status as ThreadCase['status'];
    const threadCaseId = found.id === thread.id ? null : thread.id;
    return { thread: { case: { ...found, status }, pointer, role }, case: found, threadCaseId };
  }
  return null;
}

/**
 * The case where the thread goes on: the survivor of one that was merged, and the case that has left
 * it again for whoever came with that one.
 */
async function followed(ctx: Ctx, thread: CaseForMail, sender: string) {
  const found = await followMerges(ctx.tx, thread);
  const role = await roleOf(ctx, found, sender);
  const back =
    role === 'stranger' ? await returnedTo(ctx.tx, found.id, normaliseAddress(sender)) : null;
  const returned = back && (await caseForMail(ctx.tx, { id: back }));
  if (!returned || returned.status === 'merged') return { found, role, thread };
  return { found: returned, role: await roleOf(ctx, returned, sender), thread: returned };
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
  const splitOff = async () => {
    const id = await splitCaseOf(ctx.tx, answered);
    return id === null ? null : caseForMail(ctx.tx, { id });
  };
  const proved = tokenIn(ctx, [...addresses, ...answered]) !== null;
  return [
    // What answers a message that was split off belongs to the new case, whatever token it has.
    [proved ? 'message_id' : 'reference', splitOff],
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

import { createHash } from 'node:crypto';
import { dayMs } from '../../../kernel/duration.ts';
import { plus } from '../../../kernel/instant.ts';
import type { Ctx } from '../../../platform/context.ts';
import { normaliseAddress, unknownSender } from '../rules/address.ts';
import { type Authentication, knownOfSender } from '../rules/authentication.ts';
import { writerOf } from '../rules/automatic.ts';
import { bounceOf } from '../rules/bounce.ts';
import { decide, type Findings, type Verdict } from '../rules/decide.ts';
import { bodyOf, fingerprintOf } from '../rules/fingerprint.ts';
import type { Envelope, Letter, Mailbox } from '../rules/letter.ts';
import { loopOf } from '../rules/loop.ts';
import { correspondent, type OurAddresses } from '../rules/ours.ts';
import { probeOf } from '../rules/probe.ts';
import { blockingEntries, isBlocked, isSuspectedSpam } from '../rules/spam.ts';
import { hasToken, type Thread } from '../rules/threading.ts';
import { claimFingerprint, type Unprocessed } from '../store/inbound.ts';
import type { Returned } from '../store/returned.ts';
import { mailHouse } from '../store/settings.ts';
import { findAnswer } from './find-answer.ts';
import { threadKeys } from '../thread-keys.ts';
import { findReturned } from './find-returned.ts';
import { findThread, type Found } from './find-thread.ts';
import { holderFor } from './hold-back.ts';

/** One effect per Message-ID and sender within this time (invariant 6). */
export const onceWithinMs = 30 * dayMs;

export type Judgement = {
  verdict: Verdict;
  sender: Mailbox;
  /** The case that the message points at, whether it joins or not. */
  found: Found | null;
  /** Whether the sender is who they say, as far as that is known. */
  authentication: Authentication;
  /** Our addresses, and those at which this very message reached us. */
  ours: OurAddresses;
  /** The id of the letter to ourselves that it is. */
  probe?: string | null;
  /** The message of ours of which a bounce or a complaint speaks. */
  returned: Returned | null;
};

/** What a person decided of a message before it is judged. */
export type Released = Findings['released'];

/** Gathers what must be known of a message, claims it as the first of its kind, and decides. */
export async function judgeMessage(
  ctx: Ctx,
  row: Unprocessed,
  letter: Letter,
  released: Released = null,
): Promise<Judgement> {
  const envelope: Envelope = { from: row.envelopeFrom, recipients: row.recipients };
  const written = letter.from?.address ?? envelope.from;
  const claimed = [written, envelope.from].filter(Boolean);
  const house = await mailHouse(ctx.tx, claimed.flatMap(blockingEntries));
  const sender = correspondent(letter, envelope, house.ours);
  const probe = probeOf(letter, threadKeys(ctx.deps.secrets));
  const loop = probe ? 'probe' : loopOf(letter, house.ours, house.installation);
  const earlier = loop || released ? null : await claimOnce(ctx, row, letter, sender.address);
  const { bounce, returned } =
    loop || earlier || released ? noReport : await reportIn(ctx, letter, envelope);
  const plain = released !== null || (!loop && !earlier && !bounce);
  const answer =
    plain && !released ? await findAnswer(ctx, letter, envelope, sender.address) : null;
  const found = plain && !answer ? await findThread(ctx, letter, envelope, sender.address) : null;
  const thread = found?.thread ?? null;
  const authentication = knownOfSender(letter, house.trustedHosts, row.senderCheck);
  const verdict = decide({
    loop,
    earlier,
    bounce,
    answer,
    blocked: isBlocked(claimed, house.blocked),
    spam: isSuspectedSpam(letter),
    authentication,
    writer: writerOf(letter, envelope, house.ours),
    thread,
    holder:
      plain && !released && !answer ? await holderOfLetter(ctx, row, sender.address, thread) : null,
    released,
    subject: letter.subject,
    at: row.receivedAt,
    older: row.older,
  });
  const ours = new Set([...house.ours, ...row.recipients.map(normaliseAddress)]);
  return { verdict, sender, found, authentication, ours, probe, returned };
}

const noReport = { bounce: null, returned: null };

/** What a message reports of one of ours; what is complained of and not ours is a request. */
async function reportIn(ctx: Ctx, letter: Letter, envelope: Envelope) {
  const reported = bounceOf(letter, envelope);
  const returned = reported && (await findReturned(ctx, letter, envelope));
  const bounce = reported?.fate === 'complained' && !returned ? null : reported;
  return { bounce, returned };
}

function holderOfLetter(ctx: Ctx, row: Unprocessed, sender: string, thread: Thread | null) {
  const known = thread !== null && hasToken(thread) && thread.role !== 'stranger';
  const { channelId, receivedAt } = row;
  return holderFor(ctx, { channelId, sender, known, receivedAt });
}

async function claimOnce(ctx: Ctx, row: Unprocessed, letter: Letter, sender: string) {
  const bodySha256 = sha256(bodyOf(letter));
  const earlier = await claimFingerprint(ctx.tx, {
    // Those who cannot be answered are told apart all the same.
    fingerprint: sha256(
      fingerprintOf(letter, sender === unknownSender ? row.envelopeFrom : sender),
    ),
    inboundId: row.id,
    bodySha256,
    at: row.receivedAt,
    since: plus(row.receivedAt, -onceWithinMs),
  });
  return earlier && { id: earlier.inboundId, sameBody: earlier.bodySha256 === bodySha256 };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

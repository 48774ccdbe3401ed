import type { Inbound } from '@baton/contract';
import type { Ctx } from '../../../platform/context.ts';
import { newId } from '../../../platform/ids.ts';
import { addWork } from '../../../platform/work.ts';
import { insertInbound } from '../store/inbound.ts';

export type Accepted = {
  channelId: string;
  door: Inbound['door'];
  /** Empty for the null return path. */
  envelopeFrom: string;
  recipients: string[];
  remoteAddress: string | null;
  /** It has lain in a mailbox for long, or was asked for: nothing automatic answers it. */
  older?: boolean;
  /** The whole message, in the file store already. */
  raw: { sha256: string; size: number };
};

/** Takes responsibility for a message (invariant 5): its row, and the work of reading it. */
export async function acceptMessage(ctx: Ctx, message: Accepted): Promise<string> {
  const id = newId();
  await insertInbound(ctx.tx, {
    id,
    channelId: message.channelId,
    door: message.door,
    receivedAt: ctx.now,
    envelopeFrom: message.envelopeFrom,
    recipients: message.recipients,
    remoteAddress: message.remoteAddress,
    rawSha256: message.raw.sha256,
    rawSize: message.raw.size,
    older: message.older ?? false,
  });
  await addWork(ctx.tx, [parseWork(id)]);
  return id;
}

/** The work of processing a message; asked for twice, it is done once. */
export function parseWork(inboundId: string) {
  return { task: 'mail.parse', payload: { inboundId }, key: `mail.parse:${inboundId}` };
}

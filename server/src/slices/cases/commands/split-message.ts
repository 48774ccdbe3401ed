import { dayMs } from '../../../kernel/duration.ts';
import { between } from '../../../kernel/instant.ts';
import type { Ctx } from '../../../platform/context.ts';
import { Problem } from '../../../platform/problem.ts';
import { notFound } from '../../../platform/refusals.ts';
import { customerForAddress } from '../../customers/index.ts';
import { changeCase, type OnCase } from '../change-case.ts';
import { copyOfMessage } from '../copy-message.ts';
import { messageById } from '../store/messages.ts';
import { setStranger } from '../store/people.ts';
import { openCase } from './open-case.ts';

/** Nothing automatic answers a message older than this (invariant 11). */
const receiptWithinMs = 2 * dayMs;
const longestSubject = 500;

/**
 * A message belongs to another problem: it opens a case of its own, whose customer is its sender and
 * whose clock begins now. It stays shown where it came; what is answered to it goes to the new case.
 * @returns the id of the new case
 * @throws Problem `wrong_status` for what nobody outside wrote, or what was split off already
 */
export async function splitMessage(
  ctx: Ctx,
  input: OnCase & { message: string; subject?: string | undefined },
): Promise<string> {
  let opened = '';
  await changeCase(ctx, input, 'people', async (locked) => {
    const row = await messageById(ctx.tx, input.message);
    if (row?.case_id !== locked.state.id) throw notFound('message');
    const address = row.author_address;
    if (row.direction !== 'in' || !address?.includes('@') || row.copied_to) {
      throw new Problem('wrong_status', {
        detail: row.copied_to
          ? 'The message was split off already.'
          : 'Only a message that somebody outside sent by mail can be split off.',
      });
    }
    const by = { ...ctx, now: locked.ctx.now };
    const customerId = await customerForAddress(by, {
      address,
      name: row.author_name ?? undefined,
      language: row.language ?? undefined,
    });
    const { message, at } = await copyOfMessage(ctx.tx, row.id);
    const author = { ...message.author, kind: 'customer' as const, id: customerId };
    const young = between(at, by.now) <= receiptWithinMs;
    const { caseId } = await openCase(by, {
      customerId,
      subject: input.subject ?? (row.subject ?? locked.subject).slice(0, longestSubject),
      brandId: locked.state.brandId,
      channelId: locked.state.channelId ?? undefined,
      message: { ...message, author },
      participants: [{ address, name: row.author_name, role: 'customer' }],
      linkedTo: { caseId: locked.state.id, why: 'split' },
      receipt: young && !row.automatic,
    });
    opened = caseId;
    if (row.author_kind === 'stranger' && row.stranger === null) {
      await setStranger(ctx.tx, row.id, 'turned_away');
    }
    return { decision: [{ kind: 'message_split', message: row.id, to: caseId }] };
  });
  return opened;
}

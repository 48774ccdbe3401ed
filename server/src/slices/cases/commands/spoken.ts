import type { Ctx } from '../../../platform/context.ts';
import { isPerson, messageBy } from '../author.ts';
import { changeCase, type OnCase } from '../change-case.ts';
import type { CaseFact } from '../events.ts';
import { Problem } from '../../../platform/problem.ts';
import { reply } from '../rules/speak.ts';
import { assure } from '../rules/spoken.ts';
import { hasAddress } from '../store/read.ts';

/** It is written down that the customer was told that the problem is ours now (S0-13). */
export async function assureCustomer(ctx: Ctx, input: OnCase & { by: 'spoken' | 'sent' }) {
  await changeCase(ctx, input, 'note', async ({ state }) => ({
    decision: assure(state, input.by, isPerson(ctx.actor)),
  }));
}

type Told = Extract<
  CaseFact,
  { kind: 'taken_down' } | { kind: 'answered_at_once' } | { kind: 'receipt_printed' }
>;

/** Something about a conversation with the customer that changes nothing of the case itself. */
export async function recordSpoken(ctx: Ctx, input: OnCase & { fact: Told }): Promise<void> {
  await changeCase(ctx, input, 'note', async () => ({ decision: [input.fact] }));
}

/** An address that the customer gave while speaking: mail about the case goes there as well. */
export async function reachCustomerAt(
  ctx: Ctx,
  input: OnCase & { address: string; name: string },
): Promise<void> {
  const { address, name } = input;
  await changeCase(ctx, input, 'note', async () => ({
    decision: [],
    parts: { participants: [{ address, name, role: 'customer' as const }] },
  }));
}

/**
 * The record of a call goes to the customer.
 * @throws Problem `nobody_to_write_to` when mail cannot reach them
 */
export async function sendCallRecord(
  ctx: Ctx,
  input: OnCase & { text: string; language: string },
): Promise<void> {
  const { text, language } = input;
  const record = messageBy(ctx.actor, { direction: 'out', kind: 'call_record', text, language });
  await changeCase(ctx, input, 'reply', async ({ state }) => {
    if (!(await hasAddress(ctx.tx, state.id))) {
      throw new Problem('nobody_to_write_to', {
        detail: 'The customer has no mail address; print the call instead.',
      });
    }
    const decision = reply(state, record.id, isPerson(ctx.actor));
    return { decision, parts: { messages: [record] } };
  });
}

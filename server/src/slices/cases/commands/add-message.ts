import type { Ctx } from '../../../platform/context.ts';
import { changeOf, type NewMessage, type Participant } from '../change.ts';
import { lockCase } from '../change-case.ts';
import { ruleOf } from '../clock-rules.ts';
import { sameHands } from '../hands.ts';
import { opensAgain, receive } from '../rules/receive.ts';
import { houseOf } from '../store/house.ts';
import { writeChanges } from '../store/write.ts';

/** A message from outside joins a case, and does to its status what a person's word does. */
export async function addMessage(
  ctx: Ctx,
  input: {
    caseId: string;
    message: NewMessage;
    participants?: Participant[];
    /** Said with the words that the solution did not hold. */
    denies?: boolean;
  },
): Promise<{ messageId: string }> {
  const { state, ctx: locked } = await lockCase(ctx, input.caseId);
  const house = await houseOf(ctx.tx);
  const hands = opensAgain(state, input.message) ? await sameHands(locked, house, state) : null;
  const rule = await ruleOf(ctx.tx, house, { ...state, ownerId: hands ?? state.ownerId });
  const { id, automatic } = input.message;
  const message = { id, automatic, denies: input.denies ?? false };
  const decision = receive(state, message, hands, rule, locked.now);
  const change = changeOf(state, state.id, decision, locked, {
    messages: [input.message],
    participants: input.participants ?? [],
  });
  await writeChanges(ctx.tx, [change]);
  return { messageId: input.message.id };
}

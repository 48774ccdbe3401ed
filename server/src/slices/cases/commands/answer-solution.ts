import { isRefusal } from '../../../kernel/decision.ts';
import type { Ctx } from '../../../platform/context.ts';
import { newId } from '../../../platform/ids.ts';
import type { NewMessage } from '../change.ts';
import { changeCase } from '../change-case.ts';
import { ruleOf } from '../clock-rules.ts';
import { sameHands } from '../hands.ts';
import { confirm, deny, isReopenable } from '../rules/ending.ts';
import { withdrawAll } from '../rules/tasks.ts';
import { houseOf } from '../store/house.ts';
import { openTasks } from '../store/tasks.ts';
import { addMessage } from './add-message.ts';

/** The customer says, on a page, that the problem is solved. Twice is as good as once. */
export async function confirmSolution(ctx: Ctx, input: { caseId: string }): Promise<void> {
  await changeCase(ctx, input, 'solve', async ({ state }) => {
    const decision = confirm(state);
    if (isRefusal(decision) || decision.length === 0) return { decision };
    // Nobody need look any more whether the customer was helped.
    const open = await openTasks(ctx.tx, state.id);
    return { decision: [...decision, ...withdrawAll(open, 'confirmed')] };
  });
}

/**
 * The customer says, on a page, that the problem is not solved, and what is wrong if they like:
 * the case is open again in the same hands, as by a message.
 * @throws Problem `wrong_status` when it has been over for 30 days
 */
export async function denySolution(
  ctx: Ctx,
  input: { caseId: string; text: string | null },
): Promise<void> {
  if (input.text) return sayMore(ctx, input.caseId, input.text);
  await changeCase(ctx, input, 'reopen', async ({ state, ctx: locked }) => {
    const house = await houseOf(ctx.tx);
    const opens = isReopenable(state, locked.now);
    const hands = opens ? await sameHands(locked, house, state) : null;
    const rule = await ruleOf(ctx.tx, house, { ...state, ownerId: hands ?? state.ownerId });
    return { decision: deny(state, hands, rule, locked.now) };
  });
}

async function sayMore(ctx: Ctx, caseId: string, text: string): Promise<void> {
  await changeCase(ctx, { caseId }, 'reopen', async ({ state, ctx: locked }) => {
    // Only asked whether it may be opened again; the message itself does it.
    const rule = await ruleOf(ctx.tx, await houseOf(ctx.tx), state);
    const decision = deny(state, state.ownerId, rule, locked.now);
    return { decision: isRefusal(decision) ? decision : [] };
  });
  await addMessage(ctx, { caseId, message: messageOnPage(ctx, text), denies: true });
}

function messageOnPage(ctx: Ctx, text: string): NewMessage {
  return {
    id: newId(),
    direction: 'in',
    kind: 'page',
    author: { kind: 'customer', id: ctx.actor.id, name: null, address: null },
    subject: null,
    text,
    quoted: null,
    htmlSha256: null,
    language: null,
    automatic: false,
    inboundId: null,
    files: [],
  };
}

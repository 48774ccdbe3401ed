import { isRefusal } from '../../../kernel/decision.ts';
import type { Ctx } from '../../../platform/context.ts';
import { Problem } from '../../../platform/problem.ts';
import { changeOf } from '../change.ts';
import { ruleOf } from '../clock-rules.ts';
import { authorise, lockCase, type Locked, type OnCase, refuseStale } from '../change-case.ts';
import { copyOfMessage } from '../copy-message.ts';
import { sameHands } from '../hands.ts';
import { release, unmerge } from '../rules/merge.ts';
import { houseOf } from '../store/house.ts';
import { broughtBy, lastMerging, mergeChain, strayMessages } from '../store/merging.ts';
import { writeChanges } from '../store/write.ts';

/**
 * They are two cases after all: the merged one is as it was, in the last owner's hands if that one
 * can hold it; what came to its thread meanwhile returns to it, as copies; its people leave the
 * survivor. The cases are locked in the order of their ids.
 */
export async function unmergeCase(ctx: Ctx, input: OnCase): Promise<void> {
  const chain = await mergeChain(ctx.tx, input.caseId);
  const locked = new Map<string, Locked>();
  for (const id of chain.toSorted()) locked.set(id, await lockCase(ctx, id));
  const merged = locked.get(input.caseId) ?? (await lockCase(ctx, input.caseId));
  authorise(merged.standing, 'unmerge');
  await refuseStale(ctx.tx, merged.state, input);
  if ((await mergeChain(ctx.tx, input.caseId)).join() !== chain.join()) {
    throw new Problem('stale_version', { detail: 'The cases have changed; look at them again.' });
  }
  const { now } = [...locked.values()].at(-1)!.ctx;
  const by = { ...ctx, now };
  const restored = await restoredCase(by, merged);
  const released = [];
  let [people, from] = [null as Set<string> | null, input.caseId];
  for (const id of chain.slice(1)) {
    const brought: string[] = await broughtBy(ctx.tx, id, from);
    const leaving: string[] = people ? brought.filter((one) => people!.has(one)) : brought;
    const { state } = locked.get(id)!;
    released.push(changeOf(state, id, release(input.caseId), by, { leaving }));
    [people, from] = [new Set(leaving), id];
  }
  await writeChanges(ctx.tx, [restored, ...released]);
}

async function restoredCase(ctx: Ctx, { state }: Locked) {
  if (state.status !== 'merged') {
    throw new Problem('wrong_status', { detail: 'The case was not merged.' });
  }
  const was = await lastMerging(ctx.tx, state.id);
  const house = await houseOf(ctx.tx);
  const hands = await sameHands(ctx, house, { ...state, ownerId: was.owner });
  const rule = await ruleOf(ctx.tx, house, { ...state, ownerId: hands });
  const decision = unmerge(state, was, hands, rule, ctx.now);
  if (isRefusal(decision)) return changeOf(state, state.id, decision, ctx);
  const copies = [];
  for (const id of await strayMessages(ctx.tx, state.id)) {
    copies.push(await copyOfMessage(ctx.tx, id));
  }
  const brought = copies.map(({ message, from }) => ({
    kind: 'message_brought' as const,
    message: message.id,
    original: message.copyOf,
    from,
  }));
  return changeOf(state, state.id, [...decision, ...brought], ctx, {
    messages: copies.map(({ message }) => message),
  });
}

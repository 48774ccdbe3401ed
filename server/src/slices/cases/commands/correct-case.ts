import type { Urgency } from '@baton/contract';
import type { Ctx } from '../../../platform/context.ts';
import { unknownReference } from '../../../platform/refusals.ts';
import { customerById, holdSurvivor, moveMoodsOfCase, primaryMail } from '../../customers/index.ts';
import { topicById } from '../../people/index.ts';
import type { Change } from '../change.ts';
import { changeCase, type OnCase } from '../change-case.ts';
import { ruleOf } from '../clock-rules.ts';
import { type Decision, isRefusal } from '../../../kernel/decision.ts';
import type { CaseFact } from '../events.ts';
import { correct } from '../rules/correct.ts';
import { setDeadline } from '../rules/set-deadline.ts';
import { houseOf } from '../store/house.ts';
import { customerAddresses } from '../store/read.ts';
import { seesCustomer } from '../store/scope.ts';

export type CaseCorrection = OnCase & {
  subject?: string | undefined;
  customer?: string | undefined;
  topic?: string | null | undefined;
  urgency?: Urgency | undefined;
  highStakes?: boolean | undefined;
  deadline?: Date | null | undefined;
};

/**
 * Puts right what was taken down: subject, customer, topic, urgency, whether much is at stake, the
 * customer's own deadline. Urgency and stakes may move the due instant.
 */
export async function correctCase(ctx: Ctx, input: CaseCorrection) {
  await changeCase(ctx, input, 'correct', async ({ state, subject, ctx: { now } }) => {
    if (input.topic) await usedTopic(ctx, input.topic);
    // Whoever names a customer who is part of another by now means that one.
    const customer =
      input.customer && ((await holdSurvivor(ctx.tx, input.customer)) ?? input.customer);
    const rule = await ruleOf(ctx.tx, await houseOf(ctx.tx), {
      ...state,
      urgency: input.urgency ?? state.urgency,
      highStakes: input.highStakes ?? state.highStakes,
    });
    const to = {
      subject: input.subject === undefined ? undefined : { was: subject, is: input.subject },
      customer,
      topic: input.topic,
      urgency: input.urgency,
      highStakes: input.highStakes,
    };
    const decision = both(correct(state, to, rule), () =>
      input.deadline === undefined ? [] : setDeadline(state, input.deadline, rule, now),
    );
    const outside =
      customer && customer !== state.customerId ? await inPlaceOf(ctx, state.id, customer) : {};
    return { decision, parts: { subject: input.subject, mark: rule.mark, ...outside } };
  });
  if (input.customer) await moveMoodsOfCase(ctx.tx, input.caseId);
}

function both(first: Decision<CaseFact>, more: () => Decision<CaseFact>): Decision<CaseFact> {
  if (isRefusal(first)) return first;
  const second = more();
  return isRefusal(second) ? second : [...second, ...first];
}

async function usedTopic(ctx: Ctx, id: string) {
  if (!(await topicById(ctx.tx, id))?.active) {
    throw unknownReference('topic', 'not_in_use');
  }
}

/**
 * The new customer takes part in place of the former one, who gets no more mail about the case.
 * Only customers whom the actor sees: naming another would open all of that one's history.
 */
async function inPlaceOf(
  ctx: Ctx,
  caseId: string,
  customerId: string,
): Promise<Pick<Change, 'participants' | 'leaving'>> {
  const customer = await customerById(ctx.tx, customerId);
  if (!customer || !(await seesCustomer(ctx.tx, ctx.actor, customerId))) {
    throw unknownReference('customer', 'not_there');
  }
  const address = (await primaryMail(ctx.tx, customerId))?.toLowerCase();
  const leaving = (await customerAddresses(ctx.tx, caseId)).filter((one) => one !== address);
  if (!address) return { participants: [], leaving };
  return { participants: [{ address, name: customer.name, role: 'customer' }], leaving };
}

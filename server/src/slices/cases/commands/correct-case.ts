import type { Urgency } from '@baton/contract';
import type { Ctx } from '../../../platform/context.ts';
import { Problem } from '../../../platform/problem.ts';
import { customerById, primaryMail } from '../../customers/index.ts';
import { topicById } from '../../people/index.ts';
import type { Participant } from '../change.ts';
import { changeCase, type OnCase } from '../change-case.ts';
import { correct } from '../rules/correct.ts';

export type CaseCorrection = OnCase & {
  subject?: string | undefined;
  customer?: string | undefined;
  topic?: string | null | undefined;
  urgency?: Urgency | undefined;
};

/** Puts right what was taken down: subject, customer, topic, urgency. The clock is not touched. */
export async function correctCase(ctx: Ctx, input: CaseCorrection) {
  await changeCase(ctx, input, 'correct', async ({ state, subject }) => {
    if (input.topic) await knownTopic(ctx, input.topic);
    const decision = correct(state, {
      subject: input.subject === undefined ? undefined : { was: subject, is: input.subject },
      customer: input.customer,
      topic: input.topic,
      urgency: input.urgency,
    });
    const participants =
      input.customer && input.customer !== state.customerId
        ? await asParticipant(ctx, input.customer)
        : [];
    return { decision, parts: { subject: input.subject, participants } };
  });
}

async function knownTopic(ctx: Ctx, id: string) {
  if (!(await topicById(ctx.tx, id))) throw unknown('topic', 'no such topic');
}

async function asParticipant(ctx: Ctx, customerId: string): Promise<Participant[]> {
  const customer = await customerById(ctx.tx, customerId);
  if (!customer) throw unknown('customer', 'no such customer');
  const address = await primaryMail(ctx.tx, customerId);
  return address ? [{ address, name: customer.name, role: 'customer' }] : [];
}

function unknown(path: string, message: string): Problem {
  return new Problem('unknown_reference', { errors: [{ path, message }] });
}

import type { Urgency } from '@baton/contract';
import type { Ctx } from '../../../platform/context.ts';
import { newId } from '../../../platform/ids.ts';
import { changeOf, type Participant } from '../change.ts';
import { ruleAt } from '../clock-rules.ts';
import { pickHands } from '../hands.ts';
import { handsOf } from '../rules/hands.ts';
import { open } from '../rules/open.ts';
import { type House, houseOf, type Team } from '../store/house.ts';
import { lockPresent } from '../store/pick.ts';
import { writeChanges } from '../store/write.ts';
import { type Arriving, firstTopic } from './first-topic.ts';

export type OpenCase = Arriving & {
  customerId: string;
  brandId?: string | undefined;
  /** The first team; by default the topic's, then the company's. */
  teamId?: string | undefined;
  urgency?: Urgency | undefined;
  /** Who is to hold it, if present; by default whoever is picked. */
  ownerId?: string | undefined;
  participants?: Participant[];
  linkedTo?: { caseId: string; why: string } | undefined;
  receipt: boolean;
  /** Taken down while the customer speaks: the receipt goes out when that has ended. */
  spoken?: true;
};

/**
 * A problem becomes a case: at once in one agent's hands, with a running clock.
 * @throws Problem `unknown_reference` for a topic that does not exist or is no longer used
 */
export async function openCase(
  ctx: Ctx,
  input: OpenCase,
): Promise<{ caseId: string; number: number; messageId: string }> {
  const house = await houseOf(ctx.tx);
  const { topic, teamId, rule } = await firstTopic(ctx, input);
  const team = house.team(input.teamId ?? teamId ?? house.defaultTeamId);
  const hands = await handsFor(ctx, house, team, input.ownerId);
  const caseId = newId();
  const urgency = input.urgency ?? topic?.urgency ?? 'normal';
  const pressure = { urgency, highStakes: false };
  const clock = await ruleAt(ctx.tx, house, team, hands.agent, pressure);
  const opening = {
    customer: input.customerId,
    brand: input.brandId ?? house.defaultBrandId,
    channel: input.channelId ?? null,
    topic: topic?.id ?? null,
    urgency,
    team: team.id,
    level: team.level,
    owner: hands.agent,
    full: hands.full,
    message: input.message.id,
    rule,
    receipt: input.receipt,
    ...(input.spoken ? { spoken: true as const } : {}),
  };
  const times = { rule: clock, firstReplyMs: house.firstReplyMs, hours: house.hours(team) };
  const change = changeOf(null, caseId, open(opening, times, ctx.now), ctx, {
    messages: [input.message],
    participants: input.participants ?? [],
    subject: input.subject,
    linkedTo: input.linkedTo,
    mark: clock.mark,
  });
  const numbers = await writeChanges(ctx.tx, [change]);
  return { caseId, number: numbers.get(caseId)!, messageId: input.message.id };
}

async function handsFor(ctx: Ctx, house: House, team: Team, ownerId: string | undefined) {
  const isThere = ownerId !== undefined && (await lockPresent(ctx.tx, ownerId));
  return isThere ? handsOf(house, team, ownerId, false, ctx.now) : pickHands(ctx, house, team);
}

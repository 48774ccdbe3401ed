import type { newTopic } from '@baton/contract';
import type { z } from 'zod';
import type { Ctx } from '../../../platform/context.ts';
import { newId } from '../../../platform/ids.ts';
import { unique, unknownReference } from '../../../platform/refusals.ts';
import { insertTopic, topicRow } from '../store/topics.ts';
import { refuseUnlessEligible } from './eligible.ts';
import { refuseUnlessFirstTeam } from './first-team.ts';

/**
 * Adds a kind of problem.
 * @returns the new topic's id
 * @throws Problem already_exists, unknown_reference, invalid_request
 */
export async function createTopic(ctx: Ctx, input: z.output<typeof newTopic>): Promise<string> {
  if (input.parent !== null && !(await topicRow(ctx.tx, input.parent))) {
    throw unknownReference('parent', 'not_there');
  }
  await refuseUnlessFirstTeam(ctx, 'team', input.team);
  await refuseUnlessEligible(ctx, 'responsible', input.responsible);
  const { name, urgency } = input;
  const place = {
    parentId: input.parent,
    teamId: input.team,
    responsibleId: input.responsible,
  };
  const topic = { id: newId(), name, urgency, ...place, active: true };
  await unique('name', topicNameIsTaken(name), insertTopic(ctx.tx, topic));
  return topic.id;
}

export function topicNameIsTaken(name: string): string {
  return `There is another topic called ${name} in the same place.`;
}

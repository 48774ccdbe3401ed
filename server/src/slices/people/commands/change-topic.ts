import type { topicChange } from '@baton/contract';
import type { z } from 'zod';
import { withChanges } from '../../../kernel/with-changes.ts';
import type { Ctx } from '../../../platform/context.ts';
import { invalid, notFound, unique, unknownReference } from '../../../platform/refusals.ts';
import { lockPyramid } from '../store/company.ts';
import { standsBelow, topicRow, type TopicRow, updateTopic } from '../store/topics.ts';
import { topicNameIsTaken } from './create-topic.ts';
import { refuseUnlessEligible } from './eligible.ts';
import { refuseUnlessFirstTeam } from './first-team.ts';

/** @throws Problem not_found, already_exists, unknown_reference, invalid_request (a circle) */
export async function changeTopic(
  ctx: Ctx,
  id: string,
  change: z.output<typeof topicChange>,
): Promise<void> {
  await lockPyramid(ctx.tx);
  const before = await topicRow(ctx.tx, id);
  if (!before) throw notFound('topic');
  const { parent, team, responsible, ...fields } = change;
  if (parent) {
    if (!(await topicRow(ctx.tx, parent))) throw unknownReference('parent', 'not_there');
    if (await standsBelow(ctx.tx, parent, id)) {
      throw invalid('parent', 'below_itself');
    }
  }
  await refuseUnlessFirstTeam(ctx, 'team', team);
  await refuseUnlessEligible(ctx, 'responsible', responsible ?? null);
  const after = withChanges<TopicRow>(before, {
    ...fields,
    parentId: parent,
    teamId: team,
    responsibleId: responsible,
  });
  await unique('name', topicNameIsTaken(after.name), updateTopic(ctx.tx, after));
}

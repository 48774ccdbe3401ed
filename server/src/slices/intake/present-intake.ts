import type { Intake } from '@baton/contract';
import { baton } from '../../kernel/actor.ts';
import { formatDuration } from '../../kernel/duration.ts';
import type { Ctx } from '../../platform/context.ts';
import { awayTo, filesByIds, hasAddress, houseOf, seenCase } from '../cases/index.ts';
import { readBackOf } from './commands/read-back-of.ts';
import type { IntakeRow } from './store/intakes.ts';

/** An intake as the API shows it, with the case as it stands now. */
export async function presentIntake(ctx: Ctx, row: IntakeRow): Promise<Intake> {
  return {
    id: row.id,
    way: row.way,
    agent: { id: row.agentId, name: row.agentName },
    said: row.said,
    readBack: await readBackOf(ctx, row),
    case: row.caseId ? await caseNow(ctx, row.caseId, row.endedAt !== null) : null,
    files: (await filesByIds(ctx.tx, row.said.files)).map(({ id, name, size }) => ({
      id,
      name,
      size,
    })),
    call: row.callId,
    beganAt: row.beganAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
    assured:
      row.assuredBy && row.assuredAt
        ? { by: row.assuredBy, at: row.assuredAt.toISOString() }
        : null,
    answeredBecause: row.answeredBecause,
    hasMail: row.caseId ? await hasAddress(ctx.tx, row.caseId) : false,
  };
}

async function caseNow(ctx: Ctx, caseId: string, ended: boolean): Promise<Intake['case']> {
  const found = await seenCase(ctx.tx, baton, caseId);
  const state = { topicId: found.topic_id, level: found.level, ownerId: found.owner_id };
  const away = ended ? null : await awayTo(ctx, await houseOf(ctx.tx), state);
  return {
    id: found.id,
    number: found.number,
    status: found.status,
    // Who of the team it will be is found out when the intake ends.
    holder: {
      name: away ? '' : (found.owner_name ?? ''),
      team: away?.name ?? found.team_name,
      you: !away && found.owner_id === ctx.actor.id,
    },
    due: found.due_at?.toISOString() ?? null,
    holdingTime: formatDuration(found.holding_ms),
    urgency: found.urgency as NonNullable<Intake['case']>['urgency'],
  };
}

import { baton } from '../../../kernel/actor.ts';
import type { Deps } from '../../../platform/context.ts';
import { runCommand } from '../../../platform/db.ts';
import { notify } from '../../notices/index.ts';
import { companyDefaults } from '../../people/index.ts';
import { isUnusual, leastUnusual, lookedBackDays, usualOf } from '../rules/unusual.ts';
import { accessAdministrators, busyLookers, noteUnusual } from '../store/unusual.ts';

/**
 * Tells the administrators, once a day and person, of whoever opened far more customers than on a
 * usual day of theirs (S3-315). Nobody is held up by it: it is a hint, not a verdict.
 */
export async function watchAccess(deps: Deps): Promise<void> {
  await runCommand(deps, baton, async (ctx) => {
    const { zone } = await companyDefaults(ctx.tx);
    const { now } = ctx;
    const within = { now, zone, days: lookedBackDays, least: leastUnusual };
    for (const looker of await busyLookers(ctx.tx, within)) {
      const { kind, id, today, days } = looker;
      if (!isUnusual(today, days)) continue;
      const usual = usualOf(days);
      if (!(await noteUnusual(ctx.tx, looker, { now, zone, usual }))) continue;
      const data = { [kind]: id, customers: today, usual };
      const told = (await accessAdministrators(ctx.tx)).map(
        (agentId) => ({ agentId, kind: 'unusual_access', caseId: null, data }) as const,
      );
      await notify(ctx.tx, told, now);
    }
  });
}

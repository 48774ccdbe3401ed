import type { AbsenceOutlook } from '@baton/contract';
import type { Db } from '../../platform/context.ts';
import { movesCases, workingTimeOf } from '../people/index.ts';
import { inWorkByTeam } from './store/outlook.ts';

type Asked = {
  agentId: string;
  from?: string | undefined;
  until?: string | undefined;
  cover?: string | undefined;
};

/** What an absence would do to the cases that are in the agent's hands now. */
export async function outlookFor(db: Db, asked: Asked, now: Date): Promise<AbsenceOutlook> {
  const from = asked.from ? new Date(asked.from) : now;
  const until = asked.until ? new Date(asked.until) : null;
  const groups = await inWorkByTeam(db, asked.agentId, asked.cover ?? null);
  const count = (those: typeof groups) => those.reduce((sum, { cases }) => sum + cases, 0);
  const moves = movesCases({ from, until }, await workingTimeOf(db, asked.agentId));
  return {
    moves,
    cases: count(groups),
    toCover: moves ? count(groups.filter(({ covered }) => covered)) : 0,
    stay: moves ? count(groups.filter(({ covered, others }) => !covered && !others)) : 0,
  };
}

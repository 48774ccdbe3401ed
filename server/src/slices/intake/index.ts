import type { Db, Tx } from '../../platform/context.ts';
import type { Routes } from '../../platform/http-types.ts';
import { callRoutes } from './routes/calls.ts';
import { intakeRoutes } from './routes/intakes.ts';
import { takenDownRoutes } from './routes/taken-down.ts';
import { callsOfCase } from './store/calls.ts';

/** Calls and walk-ins: everything under /api/calls and /api/intakes. */
export const routes: Routes = (app, deps) => {
  callRoutes(app, deps);
  intakeRoutes(app, deps);
  takenDownRoutes(app, deps);
};

/** Calls in which a customer was spoken with about a case, oldest first: for their own page. */
export async function callsWithCustomer(db: Db | Tx, caseId: string) {
  const calls = await callsOfCase(db, caseId);
  return calls.flatMap(({ marks, withCustomer, messageId, agentName, agreed }) =>
    withCustomer && messageId && marks.some(({ kind }) => kind === 'reached')
      ? [{ beganAt: marks[0]!.at, agentName, agreed: agreed.trim() }]
      : [],
  );
}

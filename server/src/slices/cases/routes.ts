import type { Routes } from '../../platform/http-types.ts';
import { actRoutes } from './routes/acts.ts';
import { caseRoutes } from './routes/cases.ts';
import { draftRoutes } from './routes/drafts.ts';
import { factRoutes } from './routes/facts.ts';
import { fileRoutes } from './routes/files.ts';
import { handOverReasonRoutes } from './routes/hand-over-reasons.ts';
import { taskRoutes } from './routes/tasks.ts';
import { handOverBatchRoutes } from './routes/hand-over-batch.ts';
import { handRoutes } from './routes/hands.ts';
import { topicRuleRoutes } from './routes/topic-rules.ts';
import { letterRoutes } from './routes/letters.ts';
import { loadRoutes } from './routes/load.ts';
import { offerRoutes } from './routes/offers.ts';
import { withdrawalRoutes } from './routes/withdrawal.ts';
import { mergeRoutes } from './routes/merging.ts';
import { peopleRoutes } from './routes/people.ts';
import { pyramidRoutes } from './routes/pyramid.ts';

/** Everything under /api/cases, /api/messages and /api/files. */
export const routes: Routes = async (app, deps) => {
  caseRoutes(app, deps);
  actRoutes(app, deps);
  draftRoutes(app, deps);
  withdrawalRoutes(app, deps);
  handRoutes(app, deps);
  handOverBatchRoutes(app, deps);
  factRoutes(app, deps);
  topicRuleRoutes(app, deps);
  handOverReasonRoutes(app, deps);
  offerRoutes(app, deps);
  loadRoutes(app, deps);
  pyramidRoutes(app, deps);
  letterRoutes(app, deps);
  taskRoutes(app, deps);
  peopleRoutes(app, deps);
  mergeRoutes(app, deps);
  await fileRoutes(app, deps);
};

import type { Routes } from '../../platform/http-types.ts';
import { callRoutes } from './routes/calls.ts';
import { intakeRoutes } from './routes/intakes.ts';
import { takenDownRoutes } from './routes/taken-down.ts';

/** Calls and walk-ins: everything under /api/calls and /api/intakes. */
export const routes: Routes = (app, deps) => {
  callRoutes(app, deps);
  intakeRoutes(app, deps);
  takenDownRoutes(app, deps);
};

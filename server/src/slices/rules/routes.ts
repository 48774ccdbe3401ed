import type { Routes } from '../../platform/http-types.ts';
import { readRules } from './routes/read.ts';
import { tryRules } from './routes/trials.ts';
import { writeRules } from './routes/write.ts';

/** Everything under /api/rules. */
export const routes: Routes = (app, deps) => {
  readRules(app, deps);
  writeRules(app, deps);
  tryRules(app, deps);
};

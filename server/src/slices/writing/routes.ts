import type { Routes } from '../../platform/http-types.ts';
import { readTemplates } from './routes/read.ts';
import { addLibrary } from './routes/starters.ts';
import { writeTemplates } from './routes/write.ts';

/** Everything under /api/templates. */
export const routes: Routes = (app, deps) => {
  readTemplates(app, deps);
  addLibrary(app, deps);
  writeTemplates(app, deps);
};

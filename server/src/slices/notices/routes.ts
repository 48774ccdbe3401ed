import type { Deps } from '../../platform/context.ts';
import type { App } from '../../platform/http-types.ts';
import { choiceRoutes } from './routes/choices.ts';
import { ledgerRoutes } from './routes/ledger.ts';
import { type NoticeRoutesNeeds, toldRoutes } from './routes/notices.ts';

/** What agents were told, and how they are. */
export function noticeRoutes(app: App, deps: Deps, needs: NoticeRoutesNeeds): void {
  toldRoutes(app, deps, needs);
  ledgerRoutes(app, deps, needs);
  for (const routes of choiceRoutes) void routes(app, deps);
}

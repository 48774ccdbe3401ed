import type { Deps } from '../../../platform/context.ts';
import type { App } from '../../../platform/http-types.ts';
import type { PeopleHooks } from '../hooks.ts';

export type PeopleRoutes = (app: App, deps: Deps, hooks: PeopleHooks) => void;

import type { Deps } from './platform/context.ts';
import type { Authenticate, Routes } from './platform/http-types.ts';
import { forgetOldAnswers } from './platform/idempotency.ts';

/** The one file that knows every slice: what they offer, joined together. */

export const authenticate: (deps: Deps) => Authenticate = () => async () => null;

/** The routes of all slices. */
export const routes: Routes[] = [];

/** What is done at every start and once a day; each may run on several servers at once. */
export const upkeep: ((deps: Deps, now: Date) => Promise<void>)[] = [forgetOldAnswers];

import type { Upkeep } from '../../platform/upkeep.ts';
import { forgetAccessLog } from './store/settings.ts';

/** Daily: what was kept for long enough of who saw what is dropped, month by month. */
export const upkeep: Upkeep = async (deps, now) => forgetAccessLog(deps.db, now);

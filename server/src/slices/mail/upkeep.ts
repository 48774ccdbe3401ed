import type { Upkeep } from '../../platform/upkeep.ts';
import { checkAccount } from './commands/check-account.ts';

/** The daily look at the account of the mail. */
export const watchAccount: Upkeep = async (deps) => checkAccount(deps);

import type { Tasks } from '../../platform/jobs.ts';
import { followHours } from './commands/follow-hours.ts';
import { tell } from './commands/tell.ts';

export { choicesOf } from './commands/choices-of.ts';
export { chooseNotices } from './commands/choose-notices.ts';
export { notify } from './commands/notify.ts';
export { setSeen } from './store/notices.ts';
export { noticeRoutes } from './routes.ts';
export { isAboutSignIn } from './rules/choices.ts';
export { type Decided, decideAll, isPressing, type Telling, type Untold } from './rules/decide.ts';
export { forgetOldNotices } from './upkeep.ts';
export {
  agentsToMail,
  holdBack,
  lockQueued,
  markMailed,
  type QueuedNotice,
  settleMailed,
  suppress,
} from './store/mailing.ts';
export {
  agentsToTell,
  holdPush,
  lockUndecided,
  markPushed,
  settleDesk,
  settlePushed,
  suppressPush,
  type UndecidedNotice,
  unseenOfPush,
} from './store/telling.ts';

/** The work of telling, for slices below. */
export const noticeTasks: Tasks = { 'notices.tell': tell, 'notices.hours': followHours };

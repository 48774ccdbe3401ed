import type { Tasks } from '../../platform/jobs.ts';
import { tell } from './commands/tell.ts';

export { notify } from './commands/notify.ts';
export { setSeen } from './store/notices.ts';
export { noticeRoutes } from './routes.ts';
export { mailChoice, type SuppressedNotice } from './rules/mail-choice.ts';
export { mailFrom } from './rules/mail-hours.ts';
export {
  agentsToMail,
  holdBack,
  lockQueued,
  markMailed,
  type QueuedNotice,
  settleMailed,
  suppress,
} from './store/mailing.ts';

/** The work of telling, for slices below. */
export const noticeTasks: Tasks = { 'notices.tell': tell };

export { forgetOldPushes, pushTasks, startTelling } from './jobs.ts';
export { keepPushKeys } from './push-keys.ts';
export { routes } from './routes.ts';

export { checks } from './checks.ts';
export { setWaitsAnew, startRuleSweep, tasks } from './jobs.ts';
export { routes } from './routes.ts';

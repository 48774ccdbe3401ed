export { checks } from './checks.ts';
export { routes } from './routes.ts';
export { fillIndex, tasks } from './upkeep.ts';

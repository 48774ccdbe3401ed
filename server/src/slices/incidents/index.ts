export { accessLogRoutes as routes } from './routes/access-log.ts';

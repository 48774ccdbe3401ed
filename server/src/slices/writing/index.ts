export { noteWriting, refuseUnfilled, type Written } from './commands/note-writing.ts';
export { routes } from './routes.ts';

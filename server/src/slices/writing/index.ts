export {
  noteWriting,
  refuseUnfilled,
  refuseUnknownTemplate,
  takeBackWriting,
  type Written,
} from './commands/note-writing.ts';
export { routes } from './routes.ts';

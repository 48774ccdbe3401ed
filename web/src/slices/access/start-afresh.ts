import { typed } from '../../ui/unsaved/unsaved.ts';

/** For whoever else came in: nothing of the one before is left, in particular nothing that they typed. */
export function startAfresh(at = '/'): void {
  typed.giveUp();
  location.assign(at);
}

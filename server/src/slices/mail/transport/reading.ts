import type { Letter } from '../rules/letter.ts';
import type { StoredFile } from './store-part.ts';

/** A mail as it was read, its files and HTML in the file store already. */
export type Reading = {
  letter: Letter;
  files: StoredFile[];
  htmlSha256: string | null;
  /** Why the mail could not be read as it should; then the original is among the files. */
  fault: string | null;
};

import type { Letter } from '../rules/letter.ts';
import type { MessageParts } from '../rules/parts.ts';
import type { Invitation } from './inside/calendar.ts';
import type { StoredFile } from './store-part.ts';

/** What is told of a mail beside its text, in words of the reader's language. */
export type Note = { kind: 'encrypted' } | { kind: 'calendar'; invitation: Invitation };

/** A mail as it was read, its files and HTML in the file store already. */
export type Reading = {
  letter: Letter;
  /** The text of the letter, taken apart. */
  parts: MessageParts;
  notes: Note[];
  files: StoredFile[];
  htmlSha256: string | null;
  /** Why the mail could not be read as it should; then the original is among the files. */
  fault: string | null;
};

import { Readable } from 'node:stream';
import type { Language } from '@baton/contract';
import type { Deps } from '../../platform/context.ts';
import { tellingBytes, typeToShow } from '../../platform/file-kind.ts';
import { letterPage, type Look } from './page.ts';
import { safeLetter } from './store/letters.ts';
import { type LetterPicture, picturesOf } from './store/pictures.ts';

/** Pictures beyond are left out of the page, in bytes: as files of the message they are there. */
const mostBytes = 16 * 1024 * 1024;

/** A file of the message, by its Content-ID. */
export type LetterFile = LetterPicture & { inlineId: string | null };

/**
 * The page of a letter that was made safe, with its pictures in it; null while it was not. The page
 * must be sent under `policyOfLetters`.
 */
export async function showLetter(
  deps: Deps,
  { sha256, files }: { sha256: string; files: readonly LetterFile[] },
  how: { look: Look; language: Language },
): Promise<Readable | null> {
  const letter = await safeLetter(deps.db, sha256);
  if (!letter) return null;
  const remote = await picturesOf(deps.db, sha256);
  let left = mostBytes;
  const contentOf = (number: string): LetterPicture | undefined => {
    const place = Number(number.slice(1));
    if (number.startsWith('r')) return remote.get(letter.remote_pictures[place] ?? '');
    const id = letter.inline_pictures[place];
    return files.find((file) => id !== undefined && file.inlineId === id);
  };
  const picture = async (number: string) => {
    const content = contentOf(number);
    if (content === undefined || content.size > left) return null;
    const bytes = await deps.storage.read(content.sha256);
    const type = typeToShow(bytes.subarray(0, tellingBytes));
    if (type === null) return null;
    left -= content.size;
    return `data:${type};base64,${bytes.toString('base64')}`;
  };
  return Readable.from(letterPage(letter, how, picture));
}

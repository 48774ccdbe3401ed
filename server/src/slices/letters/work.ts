import type { Tasks } from '../../platform/jobs.ts';
import type { Work } from '../../platform/work.ts';
import { fetchPictures } from './commands/fetch-pictures.ts';
import { prepareLetter } from './commands/prepare-letter.ts';

/** The work that follows from a message with HTML. */
export function letterWork(sha256: string): Work {
  return { task: 'letters.prepare', payload: { sha256 } };
}

/** The work that follows when somebody asks for the pictures of a letter. */
export function pictureWork(sha256: string): Work {
  return { task: 'letters.pictures', payload: { sha256 }, key: `letters.pictures:${sha256}` };
}

/** The work of this slice, by the names under which it is recorded. */
export const letterTasks: Tasks = {
  'letters.prepare': (deps, { sha256 }) => prepareLetter(deps, String(sha256)),
  'letters.pictures': (deps, { sha256 }) => fetchPictures(deps, String(sha256)),
};

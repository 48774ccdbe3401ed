import { randomUUID } from 'node:crypto';
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { errorCode } from './start-error.ts';

/**
 * Writes `text` to a file that only its owner may read, unless the file is there already: whole or
 * not at all, whoever does it at the same time and whenever the power fails.
 * @returns what the file holds, without white space at its ends.
 */
export async function writeOnce(path: string, text: string): Promise<string> {
  const there = await readFile(path, 'utf8').catch(() => undefined);
  if (there !== undefined) return there.trim();
  const unfinished = `${path}.${randomUUID()}`;
  try {
    await writeFile(unfinished, `${text}\n`, { mode: 0o600, flag: 'wx', flush: true });
    await link(unfinished, path).catch((error) => {
      if (errorCode(error) !== 'EEXIST') throw error;
    });
  } finally {
    await rm(unfinished, { force: true });
  }
  return (await readFile(path, 'utf8')).trim();
}

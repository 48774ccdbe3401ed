import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StartError } from '../start-error.ts';
import { systemFolder } from './binaries.ts';

/**
 * Writes down which DATA_DIR the home of a database outside of it belongs to, and tells of homes
 * whose DATA_DIR is gone.
 * @throws StartError when another DATA_DIR (a copy of this one) has it.
 */
export async function claimHome(
  home: string,
  dataDir: string,
  id: string,
  say: (sentence: string) => void,
): Promise<void> {
  await mkdir(home, { recursive: true, mode: 0o711 });
  const other = await readText(join(home, 'belongs-to'));
  if (other === dataDir) return;
  if (other !== undefined && (await readText(join(other, 'postgres-id'))) === id) {
    throw new StartError(
      `DATA_DIR ${dataDir} is a copy of ${other}, and the database in ${home} belongs to the ` +
        `latter. A copied folder does not hold the database: back ${other} up and restore it ` +
        'instead, or start with an empty DATA_DIR.',
    );
  }
  await writeFile(join(home, 'belongs-to'), `${dataDir}\n`, { mode: 0o600 });
  if (other === undefined) await tellOfLeftOvers(home, say);
}

/** A DATA_DIR that was deleted leaves its database behind; nobody but a person may delete that. */
async function tellOfLeftOvers(home: string, say: (sentence: string) => void): Promise<void> {
  for (const name of await readdir(systemFolder)) {
    const folder = join(systemFolder, name);
    const dataDir = await readText(join(folder, 'belongs-to'));
    if (folder === home || dataDir === undefined) continue;
    if ((await readText(join(dataDir, 'postgres-id'))) !== undefined) continue;
    say(
      `${folder} holds the database of ${dataDir}, which is gone. Delete it if you do not need it.`,
    );
  }
}

async function readText(path: string): Promise<string | undefined> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  return text?.trim();
}

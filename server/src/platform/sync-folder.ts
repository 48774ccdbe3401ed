import { open } from 'node:fs/promises';

/** A rename is durable once the folder that holds the name is. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

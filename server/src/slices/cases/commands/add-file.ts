import type { Ctx } from '../../../platform/context.ts';
import { newId } from '../../../platform/ids.ts';
import { insertFile } from '../store/files.ts';

export type NewFile = { sha256: string; size: number; name: string; type: string };

/** Records a file whose content the storage holds already; `size` in bytes. */
export async function addFile(ctx: Ctx, file: NewFile): Promise<string> {
  const id = newId();
  await insertFile(ctx, { id, ...file });
  return id;
}

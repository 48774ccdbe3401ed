import type { Deps } from '../../../platform/context.ts';
import { instant } from '../../../platform/db.ts';
import { makeSafeApart } from '../sanitise/safe-apart.ts';
import { putSafeLetter, safeLetter } from '../store/letters.ts';

/**
 * Makes the HTML of a letter safe to be shown, once; asked again it does nothing.
 * @param sha256 its content in the file store
 */
export async function prepareLetter(deps: Deps, sha256: string): Promise<void> {
  if (await safeLetter(deps.db, sha256)) return;
  const html = await deps.storage.read(sha256);
  const letter = await makeSafeApart(html.toString('utf8'));
  await putSafeLetter(deps.db, sha256, letter, await instant(deps.db, deps));
}

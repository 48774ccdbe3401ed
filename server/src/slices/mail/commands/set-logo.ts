import type { Ctx } from '../../../platform/context.ts';
import { tellingBytes, typeToShow } from '../../../platform/file-kind.ts';
import { invalid } from '../../../platform/refusals.ts';
import { assertFiles, fileById } from '../../cases/index.ts';
import { changeBrand } from '../../people/index.ts';

/** Goes along with each mail of the brand: small enough for a phone on a bad line. */
const largestLogo = 200 * 1024;
/** Pictures that every mail program shows; WebP is not among them. */
const shownInMail = new Set(['image/png', 'image/jpeg', 'image/gif']);

/**
 * Puts an uploaded picture above the mail of a brand, instead of the one before.
 * @throws Problem not_found for the brand, unknown_reference for a file that is not the actor's,
 * invalid_request for one that is no picture, or too large
 */
export async function setLogo(ctx: Ctx, brandId: string, fileId: string): Promise<void> {
  await assertFiles(ctx, [fileId]);
  const file = (await fileById(ctx.tx, fileId))!;
  if (file.size > largestLogo)
    throw invalid('file', 'picture_too_large', { most: largestLogo / 1024 });
  const type = typeToShow(await ctx.deps.storage.beginning(file.sha256, tellingBytes));
  if (type === null || !shownInMail.has(type)) {
    throw invalid('file', 'not_a_picture');
  }
  const logo = { sha256: file.sha256, type, size: file.size };
  await changeBrand(ctx, brandId, { logo });
}

/** Mail of the brand goes without a picture. @throws Problem not_found */
export function removeLogo(ctx: Ctx, brandId: string): Promise<void> {
  return changeBrand(ctx, brandId, { logo: null });
}

import { buffer } from 'node:stream/consumers';
import type { Language } from '@baton/contract';
import type { Deps } from '../../../platform/context.ts';
import { notFound } from '../../../platform/refusals.ts';
import { brandById } from '../../people/index.ts';
import { frameOf } from '../texts/frame.ts';
import { htmlOfText } from '../texts/html.ts';
import { wordsOf } from '../texts/index.ts';
import { afterReply } from '../texts/told.ts';

/** What is looked at before it is kept. */
export type Tried = {
  language: Language;
  name?: string | undefined;
  colour?: string | undefined;
  footer?: string | undefined;
  signature?: string | undefined;
};

/**
 * A mail of a brand as HTML, as it would leave; its picture stands in it, so that nothing is loaded.
 * @param signedBy the name below it
 * @throws Problem not_found
 */
export async function previewFrame(
  deps: Deps,
  brandId: string,
  tried: Tried,
  signedBy: string,
): Promise<string> {
  const brand = await brandById(deps.db, brandId);
  if (!brand) throw notFound('brand');
  const { language, name = brand.name, colour = brand.colour } = tried;
  const frame = frameOf({ ...brand, name, colour }, language);
  const logo = brand.logo && (await buffer(deps.storage.get(brand.logo.sha256)));
  const picture = logo && `data:${brand.logo!.type};base64,${logo.toString('base64')}`;
  const words = wordsOf(language);
  const text = [words.greeting('Maria'), words.receipt.accepted].join('\n\n');
  const authorName = [signedBy, tried.signature].filter(Boolean).join('\n');
  const after = afterReply({ solution: true, authorName }, name, language);
  const said = [text.trim(), ...after].join('\n\n');
  return htmlOfText(said, { ...frame, logo: picture, footer: tried.footer ?? frame.footer });
}

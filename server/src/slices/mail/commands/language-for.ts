import type { Language } from '@baton/contract';
import type { Ctx } from '../../../platform/context.ts';
import { brandById } from '../../people/index.ts';
import { languageOf } from '../language.ts';
import type { Letter } from '../rules/letter.ts';
import { splitQuoted } from '../rules/quoted.ts';
import type { Unprocessed } from '../store/inbound.ts';
import { spoken } from '../texts/index.ts';

/** The beginning is enough to tell a language by, also where much is quoted. */
const lookedAt = 20_000;

/** The language of what a letter says itself, or of its subject; null when it cannot be told. */
export function languageOfLetter(letter: Letter): Language | null {
  const text = letter.text.slice(0, lookedAt);
  return languageOf(splitQuoted(text).fresh) ?? languageOf(`${letter.subject}\n${text}`);
}

/** The language of a message: its own, else the channel's, the customer's, the brand's. */
export async function languageFor(
  ctx: Ctx,
  row: Unprocessed,
  letter: Letter,
  ofCustomer: () => Promise<string | null>,
): Promise<Language> {
  const known = languageOfLetter(letter) ?? spoken(row.channelLanguage);
  if (known) return known;
  return (
    spoken(await ofCustomer()) ?? spoken((await brandById(ctx.tx, row.brandId))?.language) ?? 'en'
  );
}

import type { Language } from '@baton/contract';
import type { Ctx } from '../../../platform/context.ts';
import { brandById } from '../../people/index.ts';
import { languageOf } from '../language.ts';
import { withoutMarks } from '../rules/subject.ts';
import type { Unprocessed } from '../store/inbound.ts';
import { spoken } from '../texts/index.ts';
import type { Reading } from '../transport/reading.ts';

/** The beginning is enough to tell a language by, also where much is quoted. */
const lookedAt = 20_000;

/**
 * The language of what a letter says itself, or of its subject with that; null when it cannot be
 * told. What it quotes may be ours, and does not count.
 */
export function languageOfLetter({
  letter,
  parts,
}: Pick<Reading, 'letter' | 'parts'>): Language | null {
  const text = parts.fresh.slice(0, lookedAt);
  return languageOf(text) ?? languageOf(`${withoutMarks(letter.subject)}\n${text}`);
}

/** The language of a message: its own, else the customer's, the channel's, the brand's. */
export async function languageFor(
  ctx: Ctx,
  row: Unprocessed,
  reading: Reading,
  ofCustomer: () => Promise<string | null>,
): Promise<Language> {
  const known = languageOfLetter(reading) ?? spoken(await ofCustomer());
  if (known) return known;
  const ofHouse = spoken(row.channelLanguage);
  return ofHouse ?? spoken((await brandById(ctx.tx, row.brandId))?.language) ?? 'en';
}

import { type Language, languages } from '@baton/contract';
import { da } from './da.ts';
import { en } from './en.ts';
import { hu } from './hu.ts';
import { ro } from './ro.ts';
import { ru } from './ru.ts';
import type { Words } from './words.ts';
import { zh } from './zh.ts';

const catalogues: Record<Language, Words> = { en, ro, hu, zh, ru, da };

/** The catalogue of a language. */
export function wordsOf(language: Language): Words {
  return catalogues[language];
}

/** The first language of an Accept-Language header (RFC 9110 §12.5.4) that Baton speaks. */
export function askedLanguage(header: string | undefined): Language {
  for (const range of (header ?? '').slice(0, 200).split(',')) {
    const code = range.split(/[;-]/)[0]?.trim().toLowerCase();
    const found = languages.find((language) => language === code);
    if (found) return found;
  }
  return 'en';
}

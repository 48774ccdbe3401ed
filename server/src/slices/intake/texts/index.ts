import type { Language } from '@baton/contract';
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

import type { Language } from '@baton/contract';
import { da } from './da.ts';
import { en } from './en.ts';
import { hu } from './hu.ts';
import { ro } from './ro.ts';
import { ru } from './ru.ts';
import type { Starters } from './starters.ts';
import { zh } from './zh.ts';

const library: Record<Language, Starters> = { en, ro, hu, zh, ru, da };

/** The library of good replies in a language. */
export function startersIn(language: Language): { code: string; name: string; text: string }[] {
  return Object.entries(library[language]).map(([code, starter]) => ({ code, ...starter }));
}

import type { Language } from '@baton/contract';
import { da } from './da.ts';
import { en } from './en.ts';
import { hu } from './hu.ts';
import { ro } from './ro.ts';
import { ru } from './ru.ts';
import type { Words } from './words.ts';
import { zh } from './zh.ts';

export { subjectsOfTalk, type Talk, type Words } from './words.ts';

/** What customers and agents of the demo say, per language. */
export const words: Record<Language, Words> = { en, ro, hu, zh, ru, da };

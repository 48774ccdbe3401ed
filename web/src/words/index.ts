import { languages, type Language } from '@baton/contract';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Catalogue } from './area-files.ts';
import type { AreaWords } from './areas.ts';
import type en from './en.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof en & AreaWords };
  }
}

/** One file per language, fetched when it is first spoken. */
const catalogues: Record<Language, () => Promise<Catalogue>> = {
  en: () => import('./en.json'),
  ro: () => import('./ro.json'),
  hu: () => import('./hu.json'),
  zh: () => import('./zh.json'),
  ru: () => import('./ru.json'),
  da: () => import('./da.json'),
};

/** Each language under its own name, as it is offered for choice. */
export const languageNames: Record<Language, string> = {
  en: 'English',
  ro: 'Română',
  hu: 'Magyar',
  zh: '中文',
  ru: 'Русский',
  da: 'Dansk',
};

/** The first language that the browser asks for and Baton speaks; English otherwise. */
export function browserLanguage(asked: readonly string[] = navigator.languages): Language {
  for (const tag of asked) {
    const found = languages.find((language) => tag.toLowerCase().split('-')[0] === language);
    if (found) return found;
  }
  return 'en';
}

/** Prepares the words; call once, before the first `speak`. */
export async function prepareWords(): Promise<void> {
  await i18next.use(initReactI18next).init({
    resources: {},
    fallbackLng: false,
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
}

/** The areas whose words are needed from now on, whatever the language. */
const open = new Set<string>();

/** From now on everything is said in `language`. */
export async function speak(language: Language): Promise<void> {
  if (!i18next.hasResourceBundle(language, 'translation')) {
    add(language, await catalogues[language]());
  }
  await Promise.all([...open].map((area) => fetchArea(area, language)));
  if (i18next.language !== language) await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}

/** Fetches the words of areas in the language that is spoken; before anything of them is shown. */
export async function openAreas(areas: string[]): Promise<void> {
  for (const area of areas) open.add(area);
  await Promise.all(areas.map((area) => fetchArea(area, i18next.language as Language)));
}

/** Which words of which areas are there already, as `area/language`. */
const fetched = new Set<string>();

async function fetchArea(area: string, language: Language): Promise<void> {
  if (fetched.has(`${area}/${language}`)) return;
  const { areaFiles } = await import('./area-files.ts');
  const file = areaFiles[`./areas/${area}/${language}.json`];
  if (!file) throw new Error(`there are no words of ${area} in ${language}`);
  add(language, await file());
  fetched.add(`${area}/${language}`);
}

function add(language: Language, catalogue: Catalogue) {
  i18next.addResourceBundle(language, 'translation', catalogue.default, true);
}

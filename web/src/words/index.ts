import { languages, type Language } from '@baton/contract';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type en from './en.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof en };
  }
}

type Catalogue = { default: object };

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

/** From now on everything is said in `language`. */
export async function speak(language: Language): Promise<void> {
  if (!i18next.hasResourceBundle(language, 'translation')) {
    const catalogue = await catalogues[language]();
    i18next.addResourceBundle(language, 'translation', catalogue.default);
  }
  if (i18next.language !== language) await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}

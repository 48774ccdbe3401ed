import type { Page } from 'playwright-core';

/** In which language, colours and size the screens are looked at. */
export type Look = {
  name: string;
  language: 'en' | 'ro' | 'hu' | 'zh' | 'ru' | 'da';
  colorScheme: 'light' | 'dark';
  width: number;
  height: number;
};

/** What is done at each screen; `full`: it is longer than the window. */
export type Visit = (page: Page, name: string, full: boolean) => Promise<void>;

import type { Language } from '@baton/contract';
import { paperStyles } from './paper-styles.ts';
import { wordsOf } from './texts/index.ts';

export type Look = 'light' | 'dark';

type Letter = { html: string; coloured: boolean; cut: boolean };
/** A picture as the browser reads it out of the page itself; null: it is not there. */
export type Picture = (number: string) => Promise<string | null>;

/**
 * The page that shows a letter which was made safe, in parts, pictures and all: it fetches nothing.
 * A letter with colours of its own lies on white paper in the dark, too.
 */
export async function* letterPage(
  letter: Letter,
  { look, language }: { look: Look; language: Language },
  picture: Picture,
): AsyncGenerator<string> {
  const { title, earlier, cut } = wordsOf(language);
  const paper = letter.coloured ? 'light' : look;
  yield (
    `<!doctype html><html lang="${language}" class="${paper}"><head><meta charset="utf-8">` +
    `<meta name="viewport" content="width=device-width"><title>${title}</title>` +
    `<style>${paperStyles}</style></head><body><main dir="auto" lang="">`
  );
  const folded = letter.html.replaceAll(
    /<details class="earlier[^>]*>/g,
    (tag) => `${tag}<summary aria-label="${earlier}" title="${earlier}"></summary>`,
  );
  let from = 0;
  for (const found of folded.matchAll(/<img data-picture="([ir]\d{1,3})"/g)) {
    yield folded.slice(from, found.index);
    const src = await picture(found[1]!);
    yield src === null ? '<img' : `<img src="${src}"`;
    from = found.index + found[0].length;
  }
  yield folded.slice(from);
  yield `</main>${letter.cut ? `<p class="cut">${cut}</p>` : ''}</body></html>`;
}

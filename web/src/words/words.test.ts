import { faults, languages, problemStatuses, type Language } from '@baton/contract';
import { describe, expect, it } from 'vitest';
import { type Catalogue } from './area-files.ts';
import type { AreaWords } from './areas.ts';
import da from './da.json';
import en from './en.json';
import hu from './hu.json';
import ro from './ro.json';
import ru from './ru.json';
import zh from './zh.json';

const areas = import.meta.glob<Catalogue>('./areas/*/*.json', { eager: true });

/** All texts of a language: the first ones and those of all areas, which share no section. */
function whole(language: Language, first: object) {
  const own = Object.entries(areas).filter(([path]) => path.endsWith(`/${language}.json`));
  const sections = [first, ...own.map(([, { default: words }]) => words)].flatMap(Object.entries);
  const names = sections.map(([name]) => name);
  expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([]);
  return Object.fromEntries(sections) as typeof en & Pick<AreaWords, 'faults'>;
}

const catalogues = {
  en: whole('en', en),
  ro: whole('ro', ro),
  hu: whole('hu', hu),
  zh: whole('zh', zh),
  ru: whole('ru', ru),
  da: whole('da', da),
};
const plural = /_(zero|one|two|few|many|other)$/;

/** Every text of a catalogue by its whole key. */
function texts(catalogue: object, before = ''): [string, string][] {
  return Object.entries(catalogue).flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[before + name, value]] : texts(value, `${before}${name}.`),
  );
}

/** Key without its plural form. */
const base = (key: string) => key.replace(plural, '');

/** What is filled in, and what is marked, in any order. */
const gaps = (text: string) => (text.match(/\{\{\w+\}\}|<\/?\w+>/g) ?? []).toSorted();

/**
 * Marks and letters that a language does not write, and words that it gave up for others: one thing
 * has one word. What one types into a field is no quotation.
 */
const foreign: Record<Language, RegExp> = {
  en: /["„«»]|\w'\w/,
  ro: /["“«»ŞşŢţ]/,
  hu: /["“«»]/,
  zh: /["„«»]|\p{Script=Han}[,;:?!()]|搁置|坐席|缺勤|主管|下交|范文库/u,
  ru: /["„“”]|\(а\)|опове(?:щ|ст)|советчик|в сторону/i,
  da: /["„“”]/,
};
const typed = 'search.hints.exact.write';

const english = texts(catalogues.en);
const keys = new Set(english.map(([key]) => base(key)));
const counted = new Set(english.filter(([key]) => plural.test(key)).map(([key]) => base(key)));

describe.each(languages)('the words in %s', (language) => {
  const own = texts(catalogues[language]);

  it('are complete', () => {
    expect([...new Set(own.map(([key]) => base(key)))].toSorted()).toEqual([...keys].toSorted());
  });

  it('say something everywhere', () => {
    expect(own.filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('have each plural form of the language, and no other', () => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories.toSorted();
    for (const key of counted) {
      const found = own
        .filter(([name]) => plural.test(name) && base(name) === key)
        .map(([name]) => plural.exec(name)![1]!);
      expect([key, found.toSorted()]).toEqual([key, forms]);
    }
  });

  it('leave the same gaps to fill as the English ones', () => {
    const wanted = new Map(english.map(([key, text]) => [base(key), gaps(text)]));
    for (const [key, text] of own) {
      expect([key, gaps(text)]).toEqual([key, wanted.get(base(key))]);
    }
  });

  it('quote as the language does', () => {
    expect(own.filter(([key, text]) => key !== typed && foreign[language].test(text))).toEqual([]);
  });

  it('know every problem', () => {
    const known = Object.keys(catalogues[language].problem);
    expect(Object.keys(problemStatuses).filter((code) => !known.includes(code))).toEqual([]);
  });

  it('know everything for which a field is refused, and nothing else', () => {
    const known = new Set(Object.keys(catalogues[language].faults).map(base));
    expect([...known].toSorted()).toEqual(Object.keys(faults).toSorted());
  });

  it('have the gaps of a refusal that its code comes with', () => {
    const ofCodes = new Map(Object.entries(faults));
    for (const [key, text] of texts(catalogues[language].faults)) {
      const given = gaps(ofCodes.get(base(key))!);
      expect([key, gaps(text).filter((gap) => !given.includes(gap))]).toEqual([key, []]);
    }
  });
});

it('are no English left over', () => {
  const own = (['ro', 'hu', 'zh', 'ru', 'da'] as const).map(
    (other) => new Map(texts(catalogues[other])),
  );
  const left = english.filter(([key, text]) => {
    const words = text.replaceAll(/\{\{\w+\}\}/g, '').trim();
    return words.length > 12 && own.some((catalogue) => catalogue.get(key) === text);
  });
  expect(left).toEqual([]);
});

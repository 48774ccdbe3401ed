import type { Language } from '@baton/contract';
import type { Random } from '../cases/index.ts';
import { addressOf } from './company.ts';

export type DemoCustomer = { name: string; address: string; language: Language; zone: string };

type People = { first: string[]; last: string[]; zone: string; familyFirst?: true };

const people: Record<Language, People> = {
  en: {
    first: ['Oliver', 'Amelia', 'Harry', 'Grace', 'Noah', 'Ella', 'Jack', 'Ruby', 'Leo', 'Martha'],
    last: ['Hughes', 'Walker', 'Bailey', 'Foster', 'Reid', 'Murray', 'Ellis', 'Porter', 'Shaw'],
    zone: 'Europe/London',
  },
  ro: {
    first: ['Maria', 'Alexandru', 'Ioana', 'Cristian', 'Raluca', 'Bogdan', 'Simona', 'Florin'],
    last: ['Popescu', 'Dobre', 'Munteanu', 'Stoica', 'Neagu', 'Ilie', 'Preda', 'Tudor', 'Enache'],
    zone: 'Europe/Bucharest',
  },
  hu: {
    first: ['Anna', 'Balázs', 'Katalin', 'Zoltán', 'Judit', 'Péter', 'Zsófia', 'László'],
    last: ['Varga', 'Molnár', 'Farkas', 'Balogh', 'Papp', 'Lakatos', 'Juhász', 'Mészáros'],
    zone: 'Europe/Budapest',
    familyFirst: true,
  },
  zh: {
    first: ['Xiaoming', 'Li', 'Mei', 'Hao', 'Yan', 'Jun', 'Xin', 'Tao', 'Na', 'Bo'],
    last: ['Wang', 'Li', 'Zhang', 'Liu', 'Yang', 'Huang', 'Zhou', 'Wu', 'Xu', 'Sun'],
    zone: 'Asia/Shanghai',
    familyFirst: true,
  },
  ru: {
    first: ['Анна', 'Дмитрий', 'Елена', 'Сергей', 'Ольга', 'Иван', 'Мария', 'Алексей'],
    last: ['Кузнец', 'Бондаренко', 'Шевченко', 'Литвин', 'Гринь', 'Мельник', 'Ткач', 'Коваль'],
    zone: 'Europe/Moscow',
  },
  da: {
    first: ['Anders', 'Camilla', 'Lars', 'Signe', 'Niels', 'Louise', 'Rasmus', 'Kirsten'],
    last: ['Jensen', 'Nielsen', 'Poulsen', 'Thomsen', 'Krogh', 'Mikkelsen', 'Vestergaard', 'Friis'],
    zone: 'Europe/Copenhagen',
  },
};

/** In which languages customers write, and how often. */
const shares: Record<Language, number> = { da: 30, en: 24, ro: 16, hu: 12, ru: 9, zh: 9 };

/** One more customer; `nth` keeps addresses apart. */
export function customer(random: Random, nth: number): DemoCustomer {
  const language = random.weighted(shares);
  const { first, last, zone, familyFirst } = people[language];
  const [given, family] = [random.oneOf(first), random.oneOf(last)];
  const name = familyFirst ? `${family} ${given}` : `${given} ${family}`;
  const left = language === 'ru' ? 'pochta' : addressOf(`${given} ${family}`);
  return { name, address: `${left}.${nth}@post.${language}.example`, language, zone };
}

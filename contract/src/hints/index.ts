import { isUnchanged } from '../blanks.ts';
import type { HintCode } from '../writing.ts';
import { bankNumberIn, cardNumberIn } from './numbers.ts';
import { patternOf, type Words } from './words.ts';

/** What must be known of a case to read a reply to its customer. */
export type HintContext = {
  /** As the customer is called; null where that is not known, or is no name. */
  customerName: string | null;
  caseNumber: number;
  /** What the customer said last. */
  lastFromCustomer: string | null;
  /** The text of the template with which the reply began. */
  template: string | null;
};

/** Something to think over, and the words that it is about. */
export type Hint = {
  code: HintCode;
  quote: string | null;
  /** Whether it is asked about before the reply goes, or only said while one writes. */
  asks: boolean;
};

type Rule = (text: string, context: HintContext) => Omit<Hint, 'code'> | null;

/** Shorter ones greet nobody: "Done!" (in characters). */
const letterFrom = 80;

/**
 * What to think over in a reply before it goes (requirements S2-8, S3-8, S3-10, S3-183, S3-187,
 * S3-225, S4-26). Hints, never blocks: words are not always what they seem.
 */
export function hintsIn(text: string, context: HintContext): Hint[] {
  if (text.trim() === '') return [];
  return Object.entries(rules).flatMap(([code, rule]) => {
    const found = rule(text, context);
    return found ? [{ code: code as HintCode, ...found }] : [];
  });
}

/** Whether somebody who writes so is angry. */
export function isAngry(text: string): boolean {
  return patternOf('anger').test(text) || /[!！]{3}/.test(text) || shouts(text);
}

const rules: Record<HintCode, Rule> = {
  apology_without_next_step: (text) =>
    has('date', text) || has('step', text) ? null : sentenceWith('apology', text),
  soon_without_date: (text) => (has('date', text) ? null : sentenceWith('soon', text)),
  cannot: (text) => sentenceWith('cannot', text, (one) => !has('canAllTheSame', one)),
  policy_refusal: (text) => sentenceWith('policy', text, (one) => has('refusing', one)),
  no_name: (text, { customerName }) =>
    text.length < letterFrom || customerName === null || isNamed(customerName, text)
      ? null
      : { quote: null, asks: true },
  number_as_greeting: (text) => {
    const first = text.trim().split('\n')[0]!.trim();
    const greets = first.length < 60 && /[,!:，：！]$/.test(first) && /\d{3,}/.test(first);
    return greets ? asking(first) : null;
  },
  card_number: (text) => asking(cardNumberIn(text)),
  bank_number: (text) => asking(bankNumberIn(text)),
  anger_answered: (text, { lastFromCustomer }) => {
    const reproach = sentenceWith('reproach', text);
    if (reproach) return reproach;
    if (lastFromCustomer === null || !isAngry(lastFromCustomer)) return null;
    return shouts(text) || /[!！]{2}/.test(text)
      ? { quote: null, asks: true }
      : { quote: null, asks: false };
  },
  unchanged_template: (text, { template }) =>
    template !== null && isUnchanged(template, text) ? { quote: null, asks: true } : null,
};

const has = (words: Words, text: string) => patternOf(words).test(text);

function asking(quote: string | null) {
  return quote === null ? null : { quote, asks: true };
}

/** The first sentence with such words that also fits. */
function sentenceWith(words: Words, text: string, fits: (one: string) => boolean = () => true) {
  const sentences = text.split(/(?<=[.!?。！？])\s*|\n+/);
  const found = sentences.find((one) => has(words, one) && fits(one));
  return asking(found === undefined ? null : found.trim().slice(0, 160));
}

/** Whether somebody is called by a part of their name, whatever ending the language gives it. */
function isNamed(name: string, text: string): boolean {
  const said = text.toLowerCase();
  const parts = name
    .toLowerCase()
    .split(/[\s,.]+/)
    .filter((part) => part.length > 1);
  if (/^\p{Script=Han}+$/u.test(name)) return said.includes(name.slice(0, 1));
  return parts.some((part) => said.includes(part.length > 4 ? part.slice(0, -2) : part));
}

/** Three words in capitals and more, one after the other. */
function shouts(text: string): boolean {
  return /(?:(?<!\p{L})\p{Lu}{3,}(?!\p{L})[\s,.!?]*){3}/u.test(text);
}

import type { Language } from '@baton/contract';
import { wordsOf } from './index.ts';
import { whenInWords } from './when.ts';

/** What a customer is told of their case. */
export type Told = {
  language: Language;
  number: number;
  customerName: string | null;
  /** Who holds the case, and in which team. */
  ownerName: string | null;
  teamName: string;
  due: Date | null;
  zone: string;
  brandName: string;
};

/** The receipt: number, who holds the case, by when something happens, and the assurance. */
export function receiptText(told: Told): string {
  const { receipt } = wordsOf(told.language);
  return letter(told, [receipt.accepted], [receipt.next, receipt.reply]);
}

/**
 * The receipt for whoever spoke with us: the same, and what we understood.
 * @param link on paper, to which nobody can reply: the page of the case
 */
export function spokenReceiptText(told: Told, understood: string, link: string | null): string {
  const { receipt } = wordsOf(told.language);
  const more = link === null ? receipt.reply : `${receipt.page}\n${link}`;
  return letter(
    told,
    [receipt.spoken],
    [`${receipt.understood}\n${understood.trim()}`, receipt.next, more],
  );
}

/** The word that somebody higher holds the case now. */
export function movedText(told: Told): string {
  const { moved } = wordsOf(told.language);
  return letter(told, [moved.higher], [moved.next, moved.reply]);
}

/** The word that the case is worked on together with another one. */
export function mergedText(told: Told): string {
  const { merged, moved } = wordsOf(told.language);
  return letter(told, [merged], [moved.next, moved.reply]);
}

function letter(told: Told, before: string[], after: string[]): string {
  const words = wordsOf(told.language);
  const { labels, labelled, ofTeam } = words;
  const holder = told.ownerName ? ofTeam(told.ownerName, told.teamName) : told.teamName;
  const facts = [labelled(labels.number, String(told.number)), labelled(labels.holder, holder)];
  if (told.due) {
    facts.push(labelled(labels.due, whenInWords(told.due, told.zone, told.language)));
  }
  const greeting = words.greeting(nameToGreet(told.customerName));
  return [greeting, ...before, facts.join('\n'), ...after, told.brandName].join('\n\n');
}

/** A name that a person may be greeted by; addresses and order numbers are none. */
function nameToGreet(name: string | null): string | null {
  const trimmed = name?.trim() ?? '';
  return trimmed === '' || trimmed.length > 60 || /[@\d<>_/\\]/.test(trimmed) ? null : trimmed;
}

/** Asks once more whether it is solved; it closes by itself at `closesAt`. */
export function reminderText(told: Told, closesAt: Date): string {
  const { reminder, labels, labelled, greeting } = wordsOf(told.language);
  const closes = whenInWords(closesAt, told.zone, told.language);
  return [
    greeting(nameToGreet(told.customerName)),
    reminder.ask,
    reminder.reply,
    reminder.silence(closes),
    labelled(labels.number, String(told.number)),
    told.brandName,
  ].join('\n\n');
}

/** What follows an agent's words in a mail: who signs, and after a solution what to do if it does not hold. */
export function afterReply(
  reply: { solution: boolean; authorName: string | null },
  brandName: string,
  language: Language,
): string[] {
  const signature = [reply.authorName, brandName].filter(Boolean).join('\n');
  return reply.solution ? [signature, wordsOf(language).solved] : [signature];
}

/** Where files are to be fetched that were too large to go along; `until` in the customer's zone. */
export function fetchHere(
  files: { name: string; url: string }[],
  until: Date,
  zone: string,
  language: Language,
): string {
  const when = whenInWords(until, zone, language);
  const lines = files.map(({ name, url }) => `${name}\n${url}`);
  return [wordsOf(language).tooLarge(when), ...lines].join('\n\n');
}

/** The last words of a mail that asks whether it is solved: the page on which to say so. */
export function sayHere(link: string, language: Language): string {
  return `${wordsOf(language).sayHere}\n${link}`;
}

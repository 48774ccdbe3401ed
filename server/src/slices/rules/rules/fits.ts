import type { FactValue, RuleCondition, RuleGroup, RuleIf } from '@baton/contract';
import { foldWords, holdsWords } from '../../../kernel/fold-words.ts';
import { parseDuration } from '../../../kernel/duration.ts';
import { between } from '../../../kernel/instant.ts';
import type { CaseView } from './view.ts';

/** So many characters of a text are looked at: what a case is about stands at its beginning. */
export const lookedAt = 20_000;

/**
 * Which of the conditions it is that does not fit, as a path (`if.of.1`), or all of them together
 * (`if`) where any one would have been enough; null when the case is as it is to be.
 */
export function misfit(wanted: RuleIf, view: CaseView, now: Date): string | null {
  return misfitIn(wanted, 'if', (one, path) =>
    'field' in one
      ? fits(one, view, now)
        ? null
        : path
      : misfitIn<RuleCondition>(one, path, (leaf, at) => (fits(leaf, view, now) ? null : at)),
  );
}

function misfitIn<T>(
  { match, of }: { match: RuleGroup['match']; of: T[] },
  path: string,
  look: (one: T, path: string) => string | null,
): string | null {
  if (of.length === 0) return null;
  const found = of.map((one, place) => () => look(one, `${path}.of.${place}`));
  if (match === 'any') return found.some((one) => one() === null) ? null : path;
  for (const one of found) {
    const failed = one();
    if (failed !== null) return failed;
  }
  return null;
}

function fits(condition: RuleCondition, view: CaseView, now: Date): boolean {
  return isSo(condition, view, now) !== (condition.not ?? false);
}

function isSo(one: RuleCondition, view: CaseView, now: Date): boolean {
  switch (one.field) {
    case 'status':
      return one.in.includes(view.status);
    case 'urgency':
      return one.in.includes(view.urgency);
    case 'level':
      return one.in.includes(view.level);
    case 'team':
      return one.in.includes(view.teams[0] ?? '');
    case 'brand':
      return one.in.includes(view.brandId);
    case 'channel':
      return one.in.includes(view.channelId);
    case 'topic':
      return view.topicId === null
        ? one.in.includes(null)
        : one.in.some((id) => id !== null && view.topics.includes(id));
    case 'high_stakes':
      return view.highStakes;
    case 'unanswered':
      return view.unanswered;
    case 'age':
      return between(view.openedAt, now) >= parseDuration(one.atLeast);
    case 'moves':
      return view.moves >= one.atLeast;
    case 'earlier_cases':
      return view.customer.earlierCases >= one.atLeast;
    case 'fact':
      return answers(view.answers.get(one.question), one.is);
    default:
      return isSoOfCustomer(one, view);
  }
}

type OfCustomer = Extract<RuleCondition, { field: 'words' | 'language' | `customer_${string}` }>;

function isSoOfCustomer(one: OfCustomer, { message, customer }: CaseView): boolean {
  switch (one.field) {
    case 'language':
      return one.in.some((language) => language === message.language);
    case 'customer_language':
      return one.in.some((language) => language === customer.language);
    case 'customer_name':
      return holdsOneOf(foldWords(customer.name), one.words);
    case 'customer_address':
      return one.in.some((wanted) =>
        customer.addresses.some((address) => isAt(address, wanted.toLowerCase())),
      );
    case 'words': {
      const { subject, text } = folded(message);
      const places = { subject: [subject], text: [text], both: [subject, text] }[one.place];
      return places.some((place) => holdsOneOf(place, one.words));
    }
  }
}

/** Whether an answer is the wanted one; of several choices each, of a text its words. */
function answers(given: FactValue | undefined, wanted: FactValue | null): boolean {
  if (given === undefined || wanted === null) return given === undefined && wanted === null;
  if (Array.isArray(given)) return [wanted].flat().every((one) => given.includes(String(one)));
  if (typeof given !== 'string' || typeof wanted !== 'string') return given === wanted;
  return given === wanted || holdsWords(foldWords(given), foldWords(wanted));
}

function holdsOneOf(text: string, words: string[]): boolean {
  return words.some((wanted) => holdsWords(text, foldWords(wanted)));
}

/** Whether an address is the wanted one, of the wanted `@domain`, or of the wanted `name@`. */
function isAt(address: string, wanted: string): boolean {
  if (wanted.startsWith('@')) return address.endsWith(wanted);
  return wanted.endsWith('@') ? address.startsWith(wanted) : address === wanted;
}

/** The words of a message are folded once for all rules that look at it. */
const kept = new WeakMap<CaseView['message'], { subject: string; text: string }>();

function folded(message: CaseView['message']): { subject: string; text: string } {
  let found = kept.get(message);
  if (!found) {
    const text = foldWords(message.text.slice(0, lookedAt));
    kept.set(message, (found = { subject: foldWords(message.subject), text }));
  }
  return found;
}

import type { IntakeSaid, Urgency } from '@baton/contract';
import { urgencies } from '@baton/contract';

/** So many letters say something; in scripts without spaces fewer do. */
const enough = 12;
const enoughWithoutSpaces = 4;
const withoutSpaces = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/**
 * Whether there is a name and a sentence: from then on it is a case (S0-16, ADR 0084). A sentence is
 * two words and twelve letters, or four signs of a script without spaces between words.
 */
export function saysEnough({ customer, name, wish }: IntakeSaid): boolean {
  if (customer === null && name.trim() === '') return false;
  const text = wish.trim();
  if (withoutSpaces.test(text)) return Array.from(text).length >= enoughWithoutSpaces;
  return text.length >= enough && /\s/.test(text);
}

const longestSubject = 120;

/** What a case is called: what was written for it, else the first sentence of what happened. */
export function subjectOf({ subject, wish }: IntakeSaid): string {
  const line = (text: string) => text.replaceAll(/[\u0000-\u001f\u007f\s]+/g, ' ').trim();
  if (subject.trim() !== '') return line(subject);
  const [first = ''] = line(wish).split(/(?<=[.!?。！？])\s*/u);
  const signs = Array.from(first.replace(/[.。]$/u, ''));
  if (signs.length <= longestSubject) return signs.join('');
  return `${signs
    .slice(0, longestSubject - 1)
    .join('')
    .trimEnd()}…`;
}

/** How urgent a case is by what it does to the customer's business: never less than its topic is. */
export function urgencyBy(effect: IntakeSaid['effect'], usual: Urgency): Urgency {
  const least = { none: 'low', slowed: 'high', stopped: 'urgent' } as const;
  const asked = effect === null ? usual : least[effect];
  return urgencies[Math.max(urgencies.indexOf(asked), urgencies.indexOf(usual))]!;
}

/** What is known of somebody new by what was said. */
export function recordOf({ name, spelling, formOfAddress, language }: IntakeSaid) {
  return {
    name: name.trim(),
    spelling: spelling.trim() || null,
    formOfAddress: formOfAddress.trim() || null,
    language,
  };
}

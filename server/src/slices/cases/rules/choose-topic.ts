import type { RuleConditions, RuleTrial } from '@baton/contract';
import { foldWords, holdsWords } from '../../../kernel/fold-words.ts';

/** A rule that chooses the topic of a new case. */
export type TopicRule = { id: string; name: string; topicId: string; conditions: RuleConditions };

/** What a case is opened by, as far as rules look at it. */
export type Arrival = {
  channelId: string | null;
  recipients: string[];
  subject: string;
  text: string;
  /** ISO 639-1. */
  language: string | null;
};

type Check = RuleTrial['rules'][number]['checks'][number];

/** So many characters of a text are looked at: what a case is about stands at its beginning. */
const lookedAt = 20_000;

/** The first rule that fits; null where none does. */
export function chooseTopic(rules: TopicRule[], arrival: Arrival): TopicRule | null {
  const look = lookerAt(arrival);
  return rules.find((rule) => look(rule.conditions).every(({ fits }) => fits)) ?? null;
}

/** What fits of each rule and what does not, in their order. */
export function explainRules(rules: TopicRule[], arrival: Arrival): RuleTrial['rules'] {
  const look = lookerAt(arrival);
  return rules.map(({ id, name, conditions }) => {
    const checks = look(conditions);
    return { id, name, fits: checks.every(({ fits }) => fits), checks };
  });
}

/** Looks at an arrival with the eyes of a rule; its words are folded once for all rules. */
function lookerAt(arrival: Arrival): (conditions: RuleConditions) => Check[] {
  const subject = foldWords(arrival.subject);
  const text = foldWords(arrival.text.slice(0, lookedAt));
  const recipients = arrival.recipients.map((one) => one.toLowerCase());
  return (conditions) => {
    const { wordsIn } = conditions;
    const places = wordsIn ? [wordsIn === 'subject' ? subject : text] : [subject, text];
    const fits: Record<Check['condition'], (wanted: string) => boolean> = {
      channels: (wanted) => wanted === arrival.channelId,
      recipients: (wanted) => recipients.some((one) => isAt(one, wanted.toLowerCase())),
      words: (wanted) => places.some((place) => holdsWords(place, foldWords(wanted))),
      languages: (wanted) => wanted === arrival.language,
    };
    return (['channels', 'recipients', 'words', 'languages'] as const).flatMap((condition) => {
      const wanted = conditions[condition];
      if (!wanted) return [];
      const found = wanted.find(fits[condition]) ?? null;
      return [{ condition, fits: found !== null, found }];
    });
  };
}

/** Whether an address is the wanted one, or belongs to the wanted @domain. */
function isAt(address: string, wanted: string): boolean {
  return wanted.startsWith('@') ? address.endsWith(wanted) : address === wanted;
}

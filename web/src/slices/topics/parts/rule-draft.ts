import type { Language, RuleConditions, TopicRule } from '@baton/contract';
import type { RuleInput } from '../doing.ts';
import { linesOf } from './lines-of.ts';

/** A rule as it is being written. */
export type RuleDraft = {
  name: string;
  topic: string;
  active: boolean;
  /** One to a line. */
  words: string;
  wordsIn: string;
  recipients: string;
  languages: Language[];
  channels: string[];
};

export function draftOf(rule: TopicRule | null): RuleDraft {
  const was = rule?.conditions ?? {};
  return {
    name: rule?.name ?? '',
    topic: rule?.topic.id ?? '',
    active: rule?.active ?? true,
    words: (was.words ?? []).join('\n'),
    wordsIn: was.wordsIn ?? '',
    recipients: (was.recipients ?? []).join('\n'),
    languages: was.languages ?? [],
    channels: was.channels ?? [],
  };
}

/** What the draft asks the server to keep; what was left empty is no condition. */
export function ruleOf({ name, topic, active, ...draft }: RuleDraft): RuleInput {
  const { wordsIn, languages, channels } = draft;
  const words = linesOf(draft.words);
  const recipients = linesOf(draft.recipients);
  const conditions: RuleConditions = {
    ...(words.length > 0 ? { words } : {}),
    ...(words.length > 0 && (wordsIn === 'subject' || wordsIn === 'text') ? { wordsIn } : {}),
    ...(recipients.length > 0 ? { recipients } : {}),
    ...(languages.length > 0 ? { languages } : {}),
    ...(channels.length > 0 ? { channels } : {}),
  };
  return { name, topic, active, conditions };
}

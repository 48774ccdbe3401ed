import {
  caseStatuses,
  languages,
  newTeamRule,
  type RuleAct,
  type RuleCondition,
  type RuleIf,
  type RuleWhen,
  type TeamRule,
  urgencies,
} from '@baton/contract';
import { newKey } from '../../api/new-key.ts';
import type { RuleInput } from './doing.ts';

/** Something in a list that can be added to and taken from. */
export type Keyed<T> = { key: string; value: T };
export type Match = RuleIf['match'];
export type GroupDraft = { match: Match; of: Keyed<RuleCondition>[] };

/** A rule as it is being written. */
export type RuleDraft = {
  name: string;
  /** Empty: the whole company. */
  team: string;
  active: boolean;
  when: RuleWhen;
  match: Match;
  of: Keyed<RuleCondition | GroupDraft>[];
  acts: Keyed<RuleAct>[];
};

export const keyed = <T>(value: T): Keyed<T> => ({ key: newKey(), value });
export const valuesOf = <T>(list: Keyed<T>[]): T[] => list.map(({ value }) => value);
export const isGroup = <T extends object>(one: T): one is Exclude<T, { field: string }> =>
  !('field' in one);

type Said = Pick<TeamRule, 'name' | 'team' | 'active' | 'when' | 'if' | 'acts'>;

/** The draft of a rule that there is, or of a new one for a team. */
export function draftOf(rule: Said | null, team: string): RuleDraft {
  if (!rule) {
    return {
      name: '',
      team,
      active: true,
      when: { on: 'case_opened' },
      match: 'all',
      of: [],
      acts: [keyed(blankAct('set_urgency'))],
    };
  }
  return {
    name: rule.name,
    team: rule.team?.id ?? '',
    active: rule.active,
    when: rule.when,
    match: rule.if.match,
    of: rule.if.of.map((one) =>
      isGroup(one) ? keyed({ match: one.match, of: one.of.map(keyed) }) : keyed(one),
    ),
    acts: rule.acts.map(keyed),
  };
}

/** What the draft asks the server to keep; null while something is missing. */
export function inputOf(draft: RuleDraft): RuleInput | null {
  const of = valuesOf(draft.of).map((one) =>
    isGroup(one) ? { match: one.match, of: valuesOf(one.of) } : one,
  );
  const read = newTeamRule.safeParse({
    name: draft.name,
    team: draft.team === '' ? null : draft.team,
    active: draft.active,
    when: draft.when,
    if: { match: draft.match, of },
    acts: valuesOf(draft.acts),
  });
  return read.success ? read.data : null;
}

/** Conditions that name some of a list. */
export const listFields = [
  'status',
  'urgency',
  'level',
  'team',
  'topic',
  'channel',
  'brand',
  'language',
  'customer_language',
] as const;
export type ListField = (typeof listFields)[number];
export type Field = RuleCondition['field'];

/** All conditions, in the order in which they are offered. */
export const fields: Field[] = [
  'words',
  'topic',
  'urgency',
  'status',
  'high_stakes',
  'unanswered',
  'level',
  'team',
  'moves',
  'age',
  'channel',
  'brand',
  'language',
  'fact',
  'customer_name',
  'customer_address',
  'customer_language',
  'earlier_cases',
];

/** A condition on some of a list; an empty value stands for none at all. */
export function oneOf(field: ListField, chosen: string[]): RuleCondition {
  switch (field) {
    case 'status':
      return { field, in: caseStatuses.filter((one) => chosen.includes(one)) };
    case 'urgency':
      return { field, in: urgencies.filter((one) => chosen.includes(one)) };
    case 'language':
    case 'customer_language':
      return { field, in: languages.filter((one) => chosen.includes(one)) };
    case 'level':
      return { field, in: chosen.map(Number) };
    case 'topic':
    case 'channel':
      return { field, in: chosen.map((one) => (one === '' ? null : one)) };
    case 'team':
    case 'brand':
      return { field, in: chosen };
  }
}

/** A condition that is still to be filled in. */
export function blankCondition(field: Field): RuleCondition {
  switch (field) {
    case 'high_stakes':
    case 'unanswered':
      return { field };
    case 'age':
      return { field, atLeast: 'PT4H' };
    case 'moves':
    case 'earlier_cases':
      return { field, atLeast: 1 };
    case 'fact':
      return { field, question: '', is: null };
    case 'words':
      return { field, words: [], place: 'both' };
    case 'customer_name':
      return { field, words: [] };
    case 'customer_address':
      return { field, in: [] };
    default:
      return oneOf(field, []);
  }
}

/** All acts, in the order in which they are offered. */
export const acts: RuleAct['do'][] = [
  'set_urgency',
  'set_topic',
  'set_high_stakes',
  'tell',
  'ask_task',
  'ask_help',
  'add_follower',
  'note',
  'hand_across',
  'pass_up',
];

/** An act that is still to be filled in. */
export function blankAct(what: RuleAct['do']): RuleAct {
  switch (what) {
    case 'set_topic':
      return { do: what, topic: '' };
    case 'set_urgency':
      return { do: what, urgency: 'high' };
    case 'set_high_stakes':
      return { do: what, is: true };
    case 'add_follower':
      return { do: what, who: 'lead' };
    case 'tell':
      return { do: what, who: 'owner', text: '' };
    case 'ask_task':
      return { do: what, who: 'lead', what: '' };
    case 'ask_help':
      return { do: what, what: '' };
    case 'note':
      return { do: what, text: '' };
    case 'hand_across':
      return { do: what, team: '', reason: 'wish_of_lead', summary: '' };
    case 'pass_up':
      return { do: what, reason: 'beyond_my_authority', summary: '' };
  }
}

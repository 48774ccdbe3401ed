import type { RuleAct, RuleCondition, RuleIf, RuleWhen } from '@baton/contract';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useReasonWords } from '../../cases/parts/package/use-reasons.ts';
import { isGroup, type ListField, listFields } from '../draft.ts';
import { lengthOf } from '../length.ts';
import { type Choices, type Questions, useChoices, useQuestions } from './use-choices.ts';

/** A rule in words: when, if, then. Questions are asked for where `wanted` names one. */
export function useRuleWords(wanted: RuleIf | null) {
  const { t } = useTranslation();
  const choices = useChoices();
  const questions = useQuestions(asksFacts(wanted));
  const reason = useReasonWords();
  const condition = (one: RuleCondition) => conditionWords(t, choices, questions, one);
  const conditions = ({ match, of }: RuleIf): string =>
    of
      .map((one) =>
        isGroup(one) ? `(${joined(t, one.match, one.of.map(condition))})` : condition(one),
      )
      .join(t(`teamRules.join.${match}`));
  return {
    when: (when: RuleWhen) => whenWords(t, when),
    condition,
    conditions,
    act: (act: RuleAct) => actWords(t, choices, reason, act),
    /** The condition or the group at a path such as `if.of.1`. */
    at: (wanted: RuleIf, path: string): string => {
      const [, outer, inner] = path.split('.of.').map(Number);
      const one = outer === undefined ? undefined : wanted.of[outer];
      if (!one) return conditions(wanted);
      if (!isGroup(one)) return condition(one);
      const leaf = inner === undefined ? undefined : one.of[inner];
      return leaf ? condition(leaf) : conditions(one);
    },
  };
}

const joined = (t: TFunction, match: RuleIf['match'], words: string[]) =>
  words.join(t(`teamRules.join.${match}`));

/** So many minutes, hours or days. */
export function lengthWords(t: TFunction, duration: string): string {
  const { count, unit } = lengthOf(duration);
  return t(`teamRules.length.${unit}`, { count });
}

function whenWords(t: TFunction, when: RuleWhen): string {
  if (when.on === 'time') {
    const length = lengthWords(t, when.length);
    const words = t(`teamRules.timed.${when.from}`, { length });
    return when.counts === 'working' ? `${words} (${t('teamRules.counts.working')})` : words;
  }
  if (when.on === 'handed_over') return t(`teamRules.handedOver.${when.direction ?? 'any'}`);
  return t(`teamRules.event.${when.on}`);
}

const isList = (one: RuleCondition): one is Extract<RuleCondition, { field: ListField }> =>
  listFields.some((field) => field === one.field);

/** Whether any condition is on the answer to a question. */
function asksFacts(wanted: RuleIf | null): boolean {
  const leaves = (wanted?.of ?? []).flatMap((one) => (isGroup(one) ? one.of : [one]));
  return leaves.some(({ field }) => field === 'fact');
}

function conditionWords(
  t: TFunction,
  choices: Choices,
  questions: Questions,
  one: RuleCondition,
): string {
  if (one.field === 'fact') return factWords(t, questions, one);
  const name = t(`teamRules.field.${one.field}`);
  const value = valueWords(t, choices, one);
  const words = value === '' ? name : name + t('shell.colon') + value;
  return one.not ? t('teamRules.notSo', { what: words }) : words;
}

function valueWords(t: TFunction, choices: Choices, one: RuleCondition): string {
  if (isList(one)) {
    return one.in
      .map((value) => choices.nameOf(choices.lists[one.field], String(value ?? '')))
      .join(', ');
  }
  switch (one.field) {
    case 'age':
      return t('teamRules.atLeast', { what: lengthWords(t, one.atLeast) });
    case 'moves':
    case 'earlier_cases':
      return t('teamRules.atLeast', { what: one.atLeast });
    case 'words':
    case 'customer_name':
      return one.words.join(', ');
    case 'customer_address':
      return one.in.join(', ');
    default:
      return '';
  }
}

type OnFact = Extract<RuleCondition, { field: 'fact' }>;

function factWords(t: TFunction, questions: Questions, { question, is, not }: OnFact): string {
  const asked = questions.find(({ id }) => id === question);
  const labelOf = (value: unknown) =>
    asked?.options.find((option) => option.value === value)?.label ?? String(value);
  const answer =
    is === null
      ? t('teamRules.noAnswer')
      : typeof is === 'boolean'
        ? t(is ? 'teamRules.yes' : 'teamRules.no')
        : [is].flat().map(labelOf).join(', ');
  const words = (asked?.label ?? t('teamRules.field.fact')) + t('shell.colon') + answer;
  return not ? t('teamRules.notSo', { what: words }) : words;
}

function actWords(
  t: TFunction,
  choices: Choices,
  reason: (code: string) => string,
  act: RuleAct,
): string {
  const name = t(`teamRules.act.${act.do}`);
  const saying = name + t('shell.colon');
  const who = (id: string) =>
    id === 'owner' || id === 'lead' ? t(`teamRules.who.${id}`) : choices.nameOf(choices.agents, id);
  switch (act.do) {
    case 'set_topic':
      return `${saying}${choices.nameOf(choices.topics, act.topic)}`;
    case 'set_urgency':
      return `${saying}${t(`urgency.${act.urgency}`)}`;
    case 'set_high_stakes':
      return act.is ? name : t('teamRules.act.stakes_gone');
    case 'add_follower':
      return `${saying}${who(act.who)}`;
    case 'tell':
      return `${saying}${who(act.who)} – ${act.text}`;
    case 'ask_task':
      return `${saying}${who(act.who)} – ${act.what}`;
    case 'ask_help':
      return `${saying}${act.what}`;
    case 'note':
      return `${saying}${act.text}`;
    case 'hand_across':
      return `${saying}${choices.nameOf(choices.lists.team, act.team)} – ${reason(act.reason)}`;
    case 'pass_up':
      return `${saying}${reason(act.reason)}`;
  }
}

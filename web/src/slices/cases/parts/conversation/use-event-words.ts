import { caseEventKinds, type CaseEventShape } from '@baton/contract';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { shortTime } from '../../../../ui/time/format.ts';
import { useNow } from '../../../../ui/time/now.ts';
import { useLength } from '../../../../ui/time/use-left.ts';
import { useViewer } from '../../../../ui/viewer.tsx';
import { topicRulesQuery } from '../../../topics/queries.ts';
import { useReasonWords } from '../package/use-reasons.ts';
import { useNames } from '../use-names.ts';
import { type Saying, sentences } from './sentences.ts';
import { useRuleName } from './use-rule-name.ts';

/** Puts an event into words of the viewer's language; a kind unknown to this edition is shown by its code. */
export function useEventWords(event: CaseEventShape): string {
  const { t } = useTranslation();
  const names = useNames();
  const rule = useRuleName(event.rule?.id ?? null);
  const reason = useReasonWords();
  const viewer = useViewer();
  const now = useNow();
  const lengthWords = useLength();
  const named = typeof event.data['rule'] === 'string';
  const { data: rules } = useQuery({ ...topicRulesQuery, enabled: named });
  const text = (key: string) => {
    const value = event.data[key];
    return typeof value === 'string' ? value : '';
  };
  const sentence = sentenceOf(event.kind);
  if (!sentence) return event.kind.replaceAll('_', ' ');
  const said = sentence({
    t,
    event,
    actor: rule ?? event.actor.name ?? names.agent(event.actor.id ?? ''),
    text,
    agent: (key) => names.agent(text(key)),
    time: (key) => shortTime(Date.parse(text(key)), now, viewer, true),
    length: (key) => lengthWords(Number(event.data[key])),
    topic: (key) => names.topic(text(key)),
    rule: (key) => rules?.find(({ id }) => id === text(key))?.name ?? t('handover.event.goneRule'),
    count: (key) => (Array.isArray(event.data[key]) ? event.data[key].length : 0),
    reason,
  });
  // Some sentences name whoever acted; the others say first which rule it was.
  return rule === null || said.includes(rule) ? said : t('ruleActs.by', { rule, what: said });
}

function sentenceOf(kind: string): ((say: Saying) => string) | null {
  const known = caseEventKinds.find((one) => one === kind);
  return known && known in sentences ? sentences[known] : null;
}

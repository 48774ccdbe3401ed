import type { TopicRule } from '@baton/contract';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { changeRule } from '../doing.ts';
import { useSaving } from '../use-saving.ts';
import { MoveButtons } from './move-buttons.tsx';
import styles from './topics.module.css';

type Props = { rule: TopicRule; place: number; isLast: boolean; onOpen: () => void };

/** A rule in the list: what it looks for, and which topic it gives. */
export function RuleRow({ rule, place, isLast, onOpen }: Props) {
  const { t } = useTranslation();
  const moveUp = useSaving(() => changeRule(rule.id, { place: place - 1 }), 'topic-rules');
  const moveDown = useSaving(() => changeRule(rule.id, { place: place + 1 }), 'topic-rules');
  const { words = [], recipients = [], languages = [], channels = [] } = rule.conditions;
  const looks = [...words, ...recipients, ...languages].join(', ');
  const error = moveUp.error ?? moveDown.error;
  return (
    <>
      <div className={styles.rule}>
        <div>
          <b>{rule.name}</b> → {rule.topic.name}
          {!rule.active && <i> {t('rules.off')}</i>}
          <small>
            {looks}
            {channels.length > 0 && ` ${t('rules.channelsChosen', { count: channels.length })}`}
          </small>
        </div>
        <div className={styles.row}>
          <MoveButtons
            isFirst={place === 0}
            isLast={isLast}
            onMove={(by) => (by === -1 ? moveUp : moveDown).mutate()}
          />
          <Button size="compact-sm" variant="default" onClick={onOpen}>
            {t('rules.change')}
          </Button>
        </div>
      </div>
      {error && <ProblemNote error={error} />}
    </>
  );
}

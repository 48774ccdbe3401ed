import { NativeSelect, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OnKeeper } from '../../../ui/use-kept.ts';
import { useTopicChoices } from '../../people/use-topic-choices.ts';
import type { Taking } from '../use-taking.ts';
import styles from './intake.module.css';
import { LikelyDouble } from './likely-double.tsx';
import { Questions } from './questions.tsx';

/** What happened, of which topic it is, and what that topic asks. */
export function What({ onKeeper, ...taking }: Taking & { onKeeper: OnKeeper }) {
  const { intake, said, change } = taking;
  const { t } = useTranslation();
  const topics = useTopicChoices(said.topic);
  return (
    <div className={styles.stack}>
      <LikelyDouble {...taking} />
      <Textarea
        label={t('intake.wish')}
        autosize
        minRows={3}
        maxRows={12}
        maxLength={20_000}
        value={said.wish}
        onChange={({ currentTarget }) => change({ wish: currentTarget.value })}
      />
      <NativeSelect
        label={t('intake.topic')}
        value={said.topic ?? ''}
        data={[{ value: '', label: t('intake.noTopic') }, ...topics]}
        onChange={({ currentTarget }) => change({ topic: currentTarget.value || null })}
      />
      {intake.case && said.topic && said.topic === intake.said.topic && (
        <Questions
          key={said.topic}
          caseId={intake.case.id}
          topic={said.topic}
          onKeeper={onKeeper}
        />
      )}
    </div>
  );
}

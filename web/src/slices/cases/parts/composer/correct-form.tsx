import { urgencies } from '@baton/contract';
import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTopicChoices } from '../../../people/use-topic-choices.ts';
import { correct } from '../../doing.ts';
import styles from './composer.module.css';
import type { PanelProps } from './modes.ts';
import { News } from './news.tsx';
import { useActing } from './use-acting.ts';

/** What kind of problem it is, and how urgent. */
export function CorrectForm({ item, onDone }: PanelProps) {
  const { t } = useTranslation();
  const topics = useTopicChoices(item.topic?.id ?? null);
  const [topic, setTopic] = useState(item.topic?.id ?? '');
  const [urgency, setUrgency] = useState(item.urgency);
  const { acting, news } = useActing(
    item,
    (on) => correct(on, { topic: topic === '' ? null : topic, urgency }),
    onDone,
  );
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        acting.mutate();
      }}
    >
      <div className={styles.fields}>
        <NativeSelect
          label={t('case.topic')}
          value={topic}
          data-autofocus
          onChange={(event) => setTopic(event.currentTarget.value)}
          data={[{ value: '', label: t('case.noTopic') }, ...topics]}
        />
        <NativeSelect
          label={t('case.urgency')}
          value={urgency}
          onChange={(event) =>
            setUrgency(urgencies.find((one) => one === event.currentTarget.value) ?? urgency)
          }
          data={urgencies.map((value) => ({ value, label: t(`urgency.${value}`) }))}
        />
      </div>
      {acting.error && <News error={acting.error} news={news} />}
      <footer className={styles.foot}>
        <span className={styles.state} />
        <Button type="submit" loading={acting.isPending}>
          {t('composer.correct')}
        </Button>
      </footer>
    </form>
  );
}

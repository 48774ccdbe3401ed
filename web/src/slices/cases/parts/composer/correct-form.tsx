import { urgencies, type Topic } from '@baton/contract';
import { Button, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { topicsQuery } from '../../../people/queries.ts';
import { correct } from '../../doing.ts';
import styles from './composer.module.css';
import type { PanelProps } from './modes.ts';
import { News } from './news.tsx';
import { useActing } from './use-acting.ts';

/** What kind of problem it is, and how urgent. */
export function CorrectForm({ item, onDone }: PanelProps) {
  const { t } = useTranslation();
  const { data: topics = [] } = useQuery(topicsQuery);
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
          data={[{ value: '', label: t('case.noTopic') }, ...topics.filter(isUsed).map(choice)]}
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

  function isUsed(one: Topic): boolean {
    return one.active || one.id === item.topic?.id;
  }
  function choice(one: Topic) {
    const parent = topics.find((other) => other.id === one.parent);
    return { value: one.id, label: parent ? `${parent.name} › ${one.name}` : one.name };
  }
}

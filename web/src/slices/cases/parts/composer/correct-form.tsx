import { urgencies } from '@baton/contract';
import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import '@mantine/core/styles/Checkbox.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTopicChoices } from '../../../people/use-topic-choices.ts';
import { instantOfWall, wallText } from '../../../../ui/time/zone.ts';
import { useViewer } from '../../../../ui/viewer.tsx';
import { Suggestion } from '../people/suggestion.tsx';
import { correct } from '../../doing.ts';
import styles from './composer.module.css';
import type { PanelProps } from './modes.ts';
import { News } from './news.tsx';
import { useActing } from './use-acting.ts';

/** What kind of problem it is, how urgent, how much is at stake, and by when the customer needs it. */
export function CorrectForm({ item, onDone }: PanelProps) {
  const { t } = useTranslation();
  const topics = useTopicChoices(item.topic?.id ?? null);
  const [topic, setTopic] = useState(item.topic?.id ?? '');
  const [urgency, setUrgency] = useState(item.urgency);
  const { zone } = useViewer();
  const [highStakes, setHighStakes] = useState(item.highStakes);
  const before = item.deadline ? wallText(Date.parse(item.deadline.at), zone) : '';
  const [deadline, setDeadline] = useState(before);
  const instant = deadline === '' ? null : instantOfWall(deadline, zone);
  const moved =
    deadline === before
      ? {}
      : { deadline: instant === null ? null : new Date(instant).toISOString() };
  const { acting, news } = useActing(
    item,
    (on) => correct(on, { topic: topic === '' ? null : topic, urgency, highStakes, ...moved }),
    onDone,
  );
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!acting.isPending) acting.mutate();
      }}
    >
      <Suggestion item={item} onDone={onDone} />
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
        <Pressing {...{ deadline, setDeadline, highStakes, setHighStakes }} />
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

type PressingProps = {
  /** As an input of type datetime-local writes it; empty for none. */
  deadline: string;
  setDeadline: (text: string) => void;
  highStakes: boolean;
  setHighStakes: (is: boolean) => void;
};

/** What makes the case more pressing than others of its age. */
function Pressing({ deadline, setDeadline, highStakes, setHighStakes }: PressingProps) {
  const { t } = useTranslation();
  const { zone } = useViewer();
  return (
    <>
      <TextInput
        type="datetime-local"
        label={t('pressing.deadline')}
        description={t('pressing.deadlineHint', { zone })}
        value={deadline}
        onChange={(event) => setDeadline(event.currentTarget.value)}
      />
      <Checkbox
        label={t('pressing.highStakes')}
        description={t('pressing.highStakesHint')}
        checked={highStakes}
        onChange={(event) => setHighStakes(event.currentTarget.checked)}
      />
    </>
  );
}

import type { Task } from '@baton/contract';
import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isSend } from '../../../ui/keys/is-send.ts';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import styles from './tasks.module.css';
import { useAnswering } from './use-answering.ts';

/** What a helper says to a task: it is done, with a word if they like; or not, and why. */
export function AnswerForm({ task }: { task: Task }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const answering = useAnswering(task.id);
  return (
    <form
      className={styles.answer}
      onSubmit={(event) => {
        event.preventDefault();
        if (!answering.isPending) answering.mutate({ noun: 'completion', text });
      }}
    >
      <Textarea
        autosize
        minRows={1}
        maxRows={8}
        aria-label={t('tasks.answer')}
        placeholder={t('tasks.answer')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (isSend(event)) {
            event.preventDefault();
            if (!event.repeat) event.currentTarget.form?.requestSubmit();
          }
        }}
      />
      <div className={styles.buttons}>
        <Button type="submit" loading={answering.isPending}>
          {t('tasks.done')}
        </Button>
        <Button
          variant="default"
          disabled={text.trim() === '' || answering.isPending}
          title={text.trim() === '' ? t('tasks.refuseHow') : undefined}
          onClick={() => answering.mutate({ noun: 'refusal', text })}
        >
          {t('tasks.refuse')}
        </Button>
      </div>
      {answering.error && <ProblemNote error={answering.error} kept={t('tasks.kept')} />}
    </form>
  );
}

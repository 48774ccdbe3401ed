import { answerReasons, type Intake } from '@baton/contract';
import { Button, NativeSelect, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { answerNow } from '../queries.ts';
import { type Taking, useStep } from '../use-taking.ts';
import styles from './intake.module.css';

/** The way out for what is plainly better answered now; why is asked, and kept. */
export function Answer({ intake, flush, onEnded }: Taking & { onEnded: (after: Intake) => void }) {
  const { t } = useTranslation();
  const [because, setBecause] = useState<(typeof answerReasons)[number] | null>(null);
  const [text, setText] = useState('');
  const step = useStep(flush, () => answerNow(intake.id, { because: because!, text }), onEnded);
  const canSend = because !== null && text.trim() !== '' && intake.assured !== null;
  return (
    <form
      className={styles.stack}
      onSubmit={(event) => {
        event.preventDefault();
        if (canSend && !step.isPending) step.mutate();
      }}
    >
      <p className={styles.hint}>{t('intake.answerWhy')}</p>
      <NativeSelect
        label={t('intake.because')}
        required
        value={because ?? ''}
        data={[
          { value: '', label: '' },
          ...answerReasons.map((value) => ({ value, label: t(`calls.because.${value}`) })),
        ]}
        onChange={({ currentTarget: { value } }) =>
          setBecause(answerReasons.find((one) => one === value) ?? null)
        }
      />
      <Textarea
        label={t('intake.answer')}
        required
        autosize
        minRows={3}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      {step.error && <ProblemNote error={step.error} />}
      <Button className={styles.start} type="submit" disabled={!canSend} loading={step.isPending}>
        {t('intake.answerSend')}
      </Button>
    </form>
  );
}

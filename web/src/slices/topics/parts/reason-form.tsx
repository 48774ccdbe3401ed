import { directions, type HandoverDirection, type Labels } from '@baton/contract';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { createReason } from '../doing.ts';
import { useSaving } from '../use-saving.ts';
import { LabelsField } from './labels-field.tsx';
import { Several } from './several.tsx';
import styles from './topics.module.css';

/** A reason of the company's own: its words, and for which ways it is offered. */
export function ReasonForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation();
  const [labels, setLabels] = useState<Labels>({});
  const [chosen, setChosen] = useState<HandoverDirection[]>(['up']);
  const saving = useSaving(
    () => createReason({ directions: chosen, labels }),
    'hand-over-reasons',
    onDone,
  );
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!saving.isPending) saving.mutate();
      }}
    >
      <LabelsField
        path="labels"
        label={t('ownReasons.words')}
        value={labels}
        onChange={setLabels}
      />
      <Several
        legend={t('ownReasons.for')}
        options={directions.map((value) => ({
          value,
          label: t(`ownReasons.direction.${value}`),
        }))}
        chosen={chosen}
        onChange={setChosen}
      />
      {saving.error && <ProblemNote error={saving.error} />}
      <footer>
        <Button
          type="submit"
          disabled={chosen.length === 0 || Object.keys(labels).length === 0}
          loading={saving.isPending}
        >
          {t('ownReasons.keep')}
        </Button>
        <Button variant="default" onClick={onDone}>
          {t('shell.cancel')}
        </Button>
      </footer>
    </form>
  );
}

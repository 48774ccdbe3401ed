import type { Reference } from '@baton/contract';
import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { SureButton } from '../../../ui/sure-button.tsx';
import { removeReference, revealReference } from '../reference-queries.ts';
import { QuietButton } from './quiet.tsx';
import { useAct } from '../use-act.ts';
import styles from './references.module.css';

type Props = { customerId: string; item: Reference; mayOpen: boolean };

/** One number: its end, and after a reason was given all of it, until it is hidden again. */
export function ReferenceRow({ customerId, item, mayOpen }: Props) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState(false);
  const [value, setValue] = useState<string | null>(null);
  const name = item.label ?? t(`references.kind.${item.kind}`);
  const close = () => {
    setAsked(false);
    setValue(null);
  };
  return (
    <li>
      <div className={styles.line}>
        <span>
          <small>{name}</small>
          <span className={styles.value}>{value ?? `•••• ${item.ending}`}</span>
        </span>
        {mayOpen && (
          <QuietButton
            aria-expanded={asked}
            aria-label={asked ? t('references.hide') : t('references.showWhich', { name })}
            onClick={() => (asked ? close() : setAsked(true))}
          >
            {t(asked ? 'references.hide' : 'references.show')}
          </QuietButton>
        )}
      </div>
      {asked && value === null && (
        <Why customerId={customerId} id={item.id} onOpened={setValue} onGone={close} />
      )}
    </li>
  );
}

type WhyProps = {
  customerId: string;
  id: string;
  onOpened: (value: string) => void;
  onGone: () => void;
};

/** Asks why; or takes the number away, after asking once. */
function Why({ customerId, id, onOpened, onGone }: WhyProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const opening = useMutation({
    mutationFn: () => revealReference(customerId, id, reason.trim()),
    onSuccess: ({ value }) => onOpened(value),
    // Kept nowhere but on the screen.
    gcTime: 0,
  });
  const removing = useAct(() => removeReference(customerId, id), onGone);
  const error = opening.error ?? removing.error;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!opening.isPending) opening.mutate();
      }}
    >
      <TextInput
        label={t('references.reason')}
        data-path="reason"
        description={t('references.reasonHow')}
        value={reason}
        required
        withAsterisk={false}
        maxLength={500}
        autoFocus
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {error && <ProblemNote error={error} />}
      <footer>
        <SureButton
          small
          name={t('references.remove')}
          sure={t('references.removeSure')}
          loading={removing.isPending}
          onSure={() => removing.mutate()}
        />
        <Button type="submit" size="compact-sm" loading={opening.isPending}>
          {t('references.open')}
        </Button>
      </footer>
    </form>
  );
}

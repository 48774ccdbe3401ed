import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';

type Props = {
  label: string;
  /** Asked once before it is done; without it the act is done at once. */
  sure?: string;
  primary?: boolean;
  disabled?: boolean;
  act: () => Promise<unknown>;
};

/** An act that asks once before it is done, and says what kept it from being done. */
export function ActButton({ label, sure, primary = false, disabled = false, act }: Props) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState(false);
  const doing = useMutation({ mutationFn: act, onSettled: () => setAsked(false) });
  const asks = sure !== undefined && !asked;
  return (
    <div>
      {doing.error && <ProblemNote error={doing.error} />}
      {asked && (
        <Button variant="default" mr={8} onClick={() => setAsked(false)}>
          {t('shell.cancel')}
        </Button>
      )}
      <Button
        variant={asked || primary ? 'filled' : 'default'}
        {...(asked ? { color: 'red' } : {})}
        disabled={disabled}
        loading={doing.isPending}
        onClick={() => (asks ? setAsked(true) : doing.mutate())}
      >
        {asked ? sure : label}
      </Button>
    </div>
  );
}

import type { SecondFactor } from '@baton/contract';
import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import shared from '../../../ui/shell/section.module.css';
import { giveFactor } from '../queries.ts';
import { CodeField } from './code-field.tsx';
import { PasskeyButton } from './passkey-button.tsx';
import styles from './security.module.css';

type Props = { factors: SecondFactor; onDone: () => void };

/** The second step of signing in: the code of the authenticator, or a recovery code. */
export function GiveFactor({ factors, onDone }: Props) {
  const { t } = useTranslation();
  const [byRecovery, setByRecovery] = useState(!factors.authenticator);
  const [typed, setTyped] = useState('');
  const giving = useMutation({
    mutationFn: () => giveFactor(byRecovery ? { recoveryCode: typed } : { code: typed }),
    onSuccess: onDone,
  });
  const turn = () => {
    setTyped('');
    giving.reset();
    setByRecovery(!byRecovery);
  };
  return (
    <>
      <p>{t(byRecovery ? 'factor.recoveryWhy' : 'factor.giveWhy')}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          giving.mutate();
        }}
      >
        {byRecovery ? (
          <TextInput
            label={t('factor.recoveryCode')}
            data-path="recoveryCode"
            required
            withAsterisk={false}
            autoFocus
            autoComplete="off"
            maxLength={40}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        ) : (
          <CodeField value={typed} onChange={setTyped} />
        )}
        {giving.error && <ProblemNote error={giving.error} />}
        <Button type="submit" size="md" loading={giving.isPending}>
          {t('signIn.enter')}
        </Button>
        {factors.authenticator && (
          <button type="button" className={styles.other} onClick={turn}>
            {t(byRecovery ? 'factor.useCode' : 'factor.useRecovery')}
          </button>
        )}
      </form>
      {factors.passkeys > 0 && <PasskeyButton onDone={onDone} />}
      <p className={shared.about}>{t('factor.lost')}</p>
    </>
  );
}

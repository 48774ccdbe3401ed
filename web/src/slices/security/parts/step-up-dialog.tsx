import { Button, Modal, PasswordInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFocusBack } from '../../../ui/keys/use-focus-back.ts';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { confirmByPasskey } from '../passkeys.ts';
import { onProvedElsewhere } from '../prove-elsewhere.ts';
import { confirm, secondFactorQuery } from '../queries.ts';
import { CodeField } from './code-field.tsx';
import { ProviderButton } from './provider-button.tsx';
import styles from './security.module.css';

/** "Is it you?": by password, or by a code of the authenticator. */
export function StepUpDialog({ onClose }: { onClose: (proved: boolean) => void }) {
  const { t } = useTranslation();
  useFocusBack();
  const { data: factors } = useQuery(secondFactorQuery);
  const [byCode, setByCode] = useState(false);
  const [typed, setTyped] = useState('');
  const proving = useMutation({
    mutationFn: () => confirm(byCode ? { code: typed } : { password: typed }),
    onSuccess: () => onClose(true),
  });
  const byKey = useMutation({ mutationFn: confirmByPasskey, onSuccess: () => onClose(true) });
  useEffect(() => onProvedElsewhere(() => onClose(true)), [onClose]);
  const error = proving.error ?? byKey.error;
  const turn = () => {
    setTyped('');
    proving.reset();
    setByCode(!byCode);
  };
  return (
    <Modal
      opened
      onClose={() => onClose(false)}
      title={t('stepUp.title')}
      closeButtonProps={{ 'aria-label': t('shell.close') }}
    >
      <form
        className={styles.proof}
        onSubmit={(event) => {
          event.preventDefault();
          // In React's tree the dialog may stand inside the form whose act it is about.
          event.stopPropagation();
          proving.mutate();
        }}
      >
        <p>{t('stepUp.why')}</p>
        <ProofField byCode={byCode} value={typed} onChange={setTyped} />
        {error && <ProblemNote error={error} />}
        <Button type="submit" loading={proving.isPending}>
          {t('stepUp.confirm')}
        </Button>
        {factors && factors.passkeys > 0 && (
          <Button variant="default" loading={byKey.isPending} onClick={() => byKey.mutate()}>
            {t('passkeys.confirm')}
          </Button>
        )}
        <ProviderButton to={null} words="again" />
        {factors?.authenticator && (
          <button type="button" className={styles.other} onClick={turn}>
            {t(byCode ? 'stepUp.usePassword' : 'stepUp.useCode')}
          </button>
        )}
      </form>
    </Modal>
  );
}

type FieldProps = { byCode: boolean; value: string; onChange: (typed: string) => void };

function ProofField({ byCode, value, onChange }: FieldProps) {
  const { t } = useTranslation();
  if (byCode) return <CodeField value={value} onChange={onChange} />;
  return (
    <PasswordInput
      label={t('signIn.password')}
      data-path="password"
      autoComplete="current-password"
      required
      withAsterisk={false}
      data-autofocus
      visibilityToggleButtonProps={{ 'aria-label': t('signIn.show') }}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

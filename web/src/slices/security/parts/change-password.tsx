import { Button, PasswordInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import shared from '../../../ui/shell/section.module.css';
import { PasswordField } from '../../access/parts/password-field.tsx';
import { changePassword } from '../queries.ts';
import styles from './security.module.css';

/** A new password; everywhere else one is signed out by it. */
export function ChangePassword() {
  const { t } = useTranslation();
  const [current, setCurrent] = useState('');
  const [fresh, setFresh] = useState('');
  const changing = useMutation({
    mutationFn: () => changePassword(current, fresh),
    onSuccess: () => {
      setCurrent('');
      setFresh('');
    },
  });
  return (
    <section className={shared.section} aria-label={t('signIn.password')}>
      <h2>{t('signIn.password')}</h2>
      <p className={shared.about}>{t('security.passwordWhat')}</p>
      <form
        className={styles.narrow}
        onSubmit={(event) => {
          event.preventDefault();
          changing.mutate();
        }}
      >
        <PasswordInput
          label={t('security.current')}
          data-path="currentPassword"
          autoComplete="current-password"
          required
          withAsterisk={false}
          maxLength={128}
          visibilityToggleButtonProps={{ 'aria-label': t('signIn.show') }}
          value={current}
          onChange={(event) => setCurrent(event.currentTarget.value)}
        />
        <PasswordField
          path="newPassword"
          label={t('security.new')}
          value={fresh}
          onChange={setFresh}
        />
        {changing.error && <ProblemNote error={changing.error} />}
        <div className={styles.acts}>
          <Button type="submit" variant="default" loading={changing.isPending}>
            {t('security.change')}
          </Button>
          <span role="status">{changing.isSuccess && t('security.changed')}</span>
        </div>
      </form>
    </section>
  );
}

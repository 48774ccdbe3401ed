import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { useEntering } from '../../access/entering.ts';
import { PasswordField } from '../../access/parts/password-field.tsx';
import { resetPassword } from '../queries.ts';

/** A new password by a one-time link. */
export function ResetForm({ token, email }: { token: string; email: string }) {
  const { t } = useTranslation();
  const [password, setPassword] = useState('');
  const enter = useEntering();
  const setting = useMutation({
    mutationFn: () => resetPassword(token, password),
    onSuccess: () => enter('/'),
  });
  return (
    <>
      <p>{t('forgot.choose')}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setting.mutate();
        }}
      >
        {/* So that the browser keeps the new password under the right name. */}
        <input type="hidden" autoComplete="username" value={email} readOnly />
        <PasswordField label={t('security.new')} value={password} onChange={setPassword} />
        {setting.error && <ProblemNote error={setting.error} />}
        <Button type="submit" size="md" loading={setting.isPending}>
          {t('signIn.enter')}
        </Button>
      </form>
    </>
  );
}

import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { PasswordField } from '../../access/parts/password-field.tsx';
import { resetPassword } from '../queries.ts';

/** A new password by a one-time link. */
export function ResetForm({ token, email }: { token: string; email: string }) {
  const { t } = useTranslation();
  const [password, setPassword] = useState('');
  const router = useRouter();
  const client = useQueryClient();
  const setting = useMutation({
    mutationFn: () => resetPassword(token, password),
    onSuccess: async () => {
      client.clear();
      await router.navigate({ to: '/', replace: true });
    },
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

import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { Door } from '../../../ui/shell/door.tsx';
import { useTitle } from '../../../ui/shell/use-title.ts';
import { askForReset } from '../queries.ts';
import { AddressField } from '../../access/parts/address-field.tsx';

/** For whoever forgot the password: a link by mail. */
export function Forgot() {
  const { t } = useTranslation();
  const [email, setEmail] = useState('');
  const asking = useMutation({ mutationFn: () => askForReset(email.trim()) });
  useTitle(t('forgot.title'));
  return (
    <Door title={t('forgot.title')}>
      {asking.isSuccess ? (
        <p role="status">{t('forgot.sent')}</p>
      ) : (
        <>
          <p>{t('forgot.what')}</p>
          <form
            onSubmit={(event) => {
              event.preventDefault();
              asking.mutate();
            }}
          >
            <AddressField autoFocus value={email} onChange={setEmail} />
            {asking.error && <ProblemNote error={asking.error} />}
            <Button type="submit" size="md" loading={asking.isPending}>
              {t('forgot.send')}
            </Button>
          </form>
        </>
      )}
      <p>
        <Link to="/sign-in">{t('forgot.back')}</Link>
      </p>
    </Door>
  );
}

import { Button, PasswordInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Refusal } from '../../../api/refusal.ts';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { PasskeyButton } from '../../security/parts/passkey-button.tsx';
import { ProviderButton } from '../../security/parts/provider-button.tsx';
import { signIn } from '../queries.ts';
import { AddressField } from './address-field.tsx';

type Props = {
  /** Known where somebody comes back. */
  address?: string;
  /** Where the identity provider leads to; null: to the page that stays open beneath. */
  to: string | null;
  onDone: () => void;
};

/** All ways to sign in: by password, by a passkey, by the company account. */
export function WaysIn({ address = '', to, onDone }: Props) {
  const { t } = useTranslation();
  const [email, setEmail] = useState(address);
  const [password, setPassword] = useState('');
  const entering = useMutation({
    mutationFn: () => signIn(email.trim(), password),
    onSuccess: onDone,
  });
  return (
    <>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          entering.mutate();
        }}
      >
        <AddressField autoFocus={address === ''} value={email} onChange={setEmail} />
        <PasswordInput
          label={t('signIn.password')}
          data-path="password"
          autoComplete="current-password"
          autoFocus={address !== ''}
          required
          withAsterisk={false}
          visibilityToggleButtonProps={{ 'aria-label': t('signIn.show') }}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        {entering.error && <Failed error={entering.error} />}
        <Button type="submit" size="md" loading={entering.isPending}>
          {t('signIn.enter')}
        </Button>
      </form>
      <PasskeyButton onDone={onDone} />
      <ProviderButton to={to} words="enter" />
    </>
  );
}

/** A wrong pair is said in our words, whichever way the sign-in put it. */
function Failed({ error }: { error: Error }) {
  const wrong =
    error instanceof Refusal &&
    [400, 401, 403].includes(error.status) &&
    error.code !== 'provider_required';
  return <ProblemNote error={wrong ? new Refusal('wrong_password', error.status) : error} />;
}

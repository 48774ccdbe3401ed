import { Button, PasswordInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useRouter, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Refusal } from '../../../api/refusal.ts';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { Door } from '../../../ui/shell/door.tsx';
import { useTitle } from '../../../ui/shell/use-title.ts';
import { quietenHere } from '../../notices/push-wish.ts';
import { PasskeyButton } from '../../security/parts/passkey-button.tsx';
import { NotComeIn, ProviderButton } from '../../security/parts/provider-button.tsx';
import { placeOf } from '../parts/place-of.ts';
import { signIn } from '../queries.ts';
import { AddressField } from '../parts/address-field.tsx';

/** Sign-in with address and password; leads back to where one was. */
export function SignIn() {
  const { t } = useTranslation();
  const { to, problem } = useSearch({ from: '/sign-in' });
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const router = useRouter();
  const client = useQueryClient();
  const enter = async () => {
    client.clear();
    await router.navigate({ href: placeOf(to), replace: true });
  };
  const entering = useMutation({
    mutationFn: () => signIn(email.trim(), password),
    onSuccess: enter,
  });
  useTitle(t('signIn.title'));
  // Whoever stands at the door is nobody yet: what is still pushed to whom has left is not theirs.
  useEffect(() => void quietenHere(), []);
  return (
    <Door title={t('signIn.title')}>
      {problem && <NotComeIn refusal={problem} />}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          entering.mutate();
        }}
      >
        <AddressField autoFocus value={email} onChange={setEmail} />
        <PasswordInput
          label={t('signIn.password')}
          autoComplete="current-password"
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
      <PasskeyButton onDone={() => void enter()} />
      <ProviderButton to={placeOf(to)} words="enter" />
      <p>
        <Link to="/forgot">{t('signIn.forgot')}</Link>
      </p>
    </Door>
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

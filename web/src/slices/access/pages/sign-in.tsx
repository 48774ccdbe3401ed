import { Link, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Door } from '../../../ui/shell/door.tsx';
import { useTitle } from '../../../ui/shell/use-title.ts';
import { quietenHere } from '../../notices/push-wish.ts';
import { NotComeIn } from '../../security/parts/provider-button.tsx';
import { useEntering } from '../entering.ts';
import { placeOf } from '../parts/place-of.ts';
import { WaysIn } from '../parts/ways-in.tsx';

/** Sign-in; leads back to where one was. */
export function SignIn() {
  const { t } = useTranslation();
  const { to, problem } = useSearch({ from: '/sign-in' });
  const enter = useEntering();
  useTitle(t('signIn.title'));
  // Whoever stands at the door is nobody yet: what is still pushed to whom has left is not theirs.
  useEffect(() => void quietenHere(), []);
  return (
    <Door title={t('signIn.title')}>
      {problem && <NotComeIn refusal={problem} />}
      <WaysIn to={placeOf(to)} onDone={() => void enter(placeOf(to))} />
      <p>
        <Link to="/forgot">{t('signIn.forgot')}</Link>
      </p>
    </Door>
  );
}

import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Refusal } from '../../../api/refusal.ts';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { Door } from '../../../ui/shell/door.tsx';
import { useTitle } from '../../../ui/shell/use-title.ts';
import { ResetForm } from '../../security/parts/reset-form.tsx';
import { TakeOverForm } from '../parts/take-over-form.tsx';
import { signInLinkQuery } from '../queries.ts';

/** Taking an agent over by a one-time link. */
export function Welcome() {
  const { t } = useTranslation();
  const { token } = useParams({ from: '/welcome/$token' });
  const link = useQuery(signInLinkQuery(token));
  useTitle(t('welcome.title'));
  if (link.isPending) return <Door title={t('welcome.title')}>{null}</Door>;
  if (link.isError) return <Gone error={link.error} onAgain={() => void link.refetch()} />;
  if (link.data.purpose === 'reset') {
    return (
      <Door title={t('forgot.title')}>
        <ResetForm token={token} email={link.data.email} />
      </Door>
    );
  }
  const first = link.data.purpose === 'first_administrator';
  return (
    <Door title={t('welcome.title')}>
      <p>
        {first ? t('welcome.firstAdministrator') : t('welcome.agent', { name: link.data.name })}
      </p>
      <TakeOverForm token={token} link={link.data} />
    </Door>
  );
}

/** A link that was used or has expired; or the server could not be asked. */
function Gone({ error, onAgain }: { error: Error; onAgain: () => void }) {
  const { t } = useTranslation();
  const passing = error instanceof Refusal && error.passing;
  if (passing) {
    return (
      <Door title={t('welcome.title')}>
        <ProblemNote error={error} onAgain={onAgain} />
      </Door>
    );
  }
  return (
    <Door title={t('welcome.gone')}>
      <p>{t('welcome.goneWhat')}</p>
      <p>{t('welcome.goneDo')}</p>
      <Link to="/sign-in">{t('welcome.toSignIn')}</Link>
    </Door>
  );
}

import type { Session } from '@baton/contract';
import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { When } from '../../../ui/time/when.tsx';
import shared from '../../../ui/shell/section.module.css';
import { endOtherSessions, endSession, sessionsQuery } from '../queries.ts';

const ways = {
  password: 'sessions.wayPassword',
  link: 'sessions.wayLink',
  passkey: 'sessions.wayPasskey',
  provider: 'sessions.wayProvider',
} as const;

/** Where one is signed in, and the way out of each. */
export function OwnSessions() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const list = useQuery(sessionsQuery);
  const look = () => client.invalidateQueries({ queryKey: sessionsQuery.queryKey });
  const ending = useMutation({ mutationFn: endSession, onSettled: look });
  const others = useMutation({ mutationFn: endOtherSessions, onSettled: look });
  const error = list.error ?? ending.error ?? others.error;
  const items = list.data ?? [];
  return (
    <section className={shared.section} aria-label={t('sessions.title')}>
      <h2>{t('sessions.title')}</h2>
      {error && <ProblemNote error={error} />}
      <ul className={shared.list}>
        {items.map((one) => (
          <li key={one.id}>
            <Place session={one} />
            {!one.current && (
              <Button
                size="xs"
                variant="default"
                loading={ending.isPending && ending.variables === one.id}
                onClick={() => ending.mutate(one.id)}
              >
                {t('sessions.end')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {items.length > 1 && (
        <Button variant="default" loading={others.isPending} onClick={() => others.mutate()}>
          {t('sessions.endOthers')}
        </Button>
      )}
    </section>
  );
}

function Place({ session }: { session: Session }) {
  const { t } = useTranslation();
  const device = [session.browser, session.system].filter((one) => one !== null).join(', ');
  return (
    <div>
      {device || t('sessions.unknown')}
      {session.current && <span className={shared.mark}>{t('sessions.this')}</span>}
      <p className={shared.about}>
        {[session.address, t(ways[session.way])].filter((one) => one !== null).join(' · ')} ·{' '}
        {t('sessions.since')} <When at={session.at} />
      </p>
    </div>
  );
}

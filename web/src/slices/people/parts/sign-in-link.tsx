import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { makeSignInLink } from '../managing.ts';
import { invitationsQuery } from '../queries.ts';
import styles from './people.module.css';

/** Lets an agent in, or in again, by a link: mailed, or shown once. */
export function SignInLink({ agentId, first = false }: { agentId: string; first?: boolean }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const link = useMutation({
    mutationFn: (byMail: boolean) => makeSignInLink(agentId, byMail),
    onSuccess: () => client.invalidateQueries(invitationsQuery),
  });
  return (
    <>
      <div role="status">
        {link.data?.mailedTo && <p>{t('people.invited', { address: link.data.mailedTo })}</p>}
        {link.data?.url && (
          <>
            <p className={styles.about}>{t('people.linkHow')}</p>
            <p className={styles.link}>{link.data.url}</p>
          </>
        )}
      </div>
      {link.error && <ProblemNote error={link.error} />}
      <footer className={styles.foot}>
        <Button
          variant={first ? 'filled' : 'default'}
          loading={link.isPending}
          onClick={() => link.mutate(true)}
        >
          {t('people.invite')}
        </Button>
        <Button variant="default" loading={link.isPending} onClick={() => link.mutate(false)}>
          {t('people.link')}
        </Button>
      </footer>
    </>
  );
}

import { mailNotices, type Agent, type MailNotices } from '@baton/contract';
import { NativeSelect } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { meQuery } from '../../access/queries.ts';
import { chooseMail } from '../queries.ts';
import styles from './notices.module.css';

/** Which notices come by mail, too, when they were not seen here before. */
export function MailChoice({ agent }: { agent: Agent }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const choosing = useMutation({
    mutationFn: (choice: MailNotices) => chooseMail(agent.id, choice),
    onSuccess: () => client.invalidateQueries({ queryKey: meQuery.queryKey }),
  });
  return (
    <>
      <NativeSelect
        className={styles.choice}
        label={t('notices.byMail')}
        description={t('notices.byMailHow', { address: agent.email })}
        value={choosing.isPending ? choosing.variables : agent.mailNotices}
        onChange={(event) => {
          const choice = mailNotices.safeParse(event.currentTarget.value);
          if (choice.success) choosing.mutate(choice.data);
        }}
        data={mailNotices.options.map((value) => ({ value, label: t(`notices.choice.${value}`) }))}
      />
      {choosing.error && <ProblemNote error={choosing.error} />}
    </>
  );
}

import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { Page } from '../../../ui/shell/page.tsx';
import { meQuery } from '../../access/queries.ts';
import { chooseNothing, chooseNotices, choicesQuery } from '../choice-queries.ts';
import { ChoicesFields } from '../parts/choices-fields.tsx';
import styles from '../parts/choices.module.css';
import { PushDevices } from '../parts/push-devices.tsx';
import { ownWithChange, useChoosing } from '../parts/use-choosing.ts';

/** By which ways one is told, and when. */
export function NoticeChoicesPage() {
  const { t } = useTranslation();
  const { data: me } = useSuspenseQuery(meQuery);
  const client = useQueryClient();
  const choices = useQuery(choicesQuery);
  const choosing = useChoosing(choicesQuery.queryKey, chooseNotices, ownWithChange);
  const leaving = useMutation({
    mutationFn: chooseNothing,
    onSuccess: (kept) => client.setQueryData(choicesQuery.queryKey, kept),
  });
  const error = choices.error ?? choosing.error ?? leaving.error;
  const own = choices.data?.own;
  const isOwn =
    own && (Object.keys(own.groups).length > 0 || own.onlyAtWork !== null || own.gather !== null);
  return (
    <Page title={t('noticeChoices.title')} back="/notices">
      <p className={styles.intro}>{t('noticeChoices.intro')}</p>
      {error && <ProblemNote error={error} onAgain={() => void choices.refetch()} />}
      {choices.data && (
        <>
          <ChoicesFields
            holds={choices.data.holds}
            own={choices.data.own}
            onChange={(change) => choosing.mutate(change)}
          />
          <footer className={styles.foot}>
            <p>{t(isOwn ? 'noticeChoices.isOwn' : 'noticeChoices.isCompany')}</p>
            {isOwn && (
              <Button
                variant="default"
                loading={leaving.isPending}
                onClick={() => leaving.mutate()}
              >
                {t('noticeChoices.asCompany')}
              </Button>
            )}
          </footer>
        </>
      )}
      {me.agent && <PushDevices agent={me.agent} />}
    </Page>
  );
}

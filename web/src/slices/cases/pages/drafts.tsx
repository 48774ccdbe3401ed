import type { Draft } from '@baton/contract';
import { Button } from '@mantine/core';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyCap } from '../../../ui/keys/key-cap.tsx';
import { useKeys } from '../../../ui/keys/use-keys.ts';
import { moveAmong } from '../../../ui/list/move-among.ts';
import { ShowMore } from '../../../ui/list/show-more.tsx';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { Page } from '../../../ui/shell/page.tsx';
import { meQuery } from '../../access/queries.ts';
import { reloadDraft } from '../parts/composer/keepers.ts';
import { DraftCard } from '../parts/drafts/draft-card.tsx';
import { bringBackDraft, discardDraft, draftsQuery } from '../parts/drafts/drafts-query.ts';
import styles from '../parts/drafts/drafts.module.css';
import { useDrafts } from '../parts/drafts/use-drafts.ts';

/** What one has written and not sent, also where its case is out of sight. */
export function Drafts() {
  const { t } = useTranslation();
  const list = useDrafts();
  const [gone, setGone] = useState<Draft | null>(null);
  const discarding = useChanging(discardDraft, setGone);
  const bringing = useChanging(bringBackDraft, () => setGone(null));
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const place = useRef<HTMLUListElement>(null);
  const move = (by: 1 | -1) => moveAmong([...(place.current?.children ?? [])], by);
  const bringBack = () => {
    if (!gone || bringing.isPending) return;
    // With the button the focus is gone; it goes on from the list, once that is drawn.
    const goOn = () => document.activeElement === document.body && move(1);
    bringing.mutate(gone, { onSuccess: () => void setTimeout(goOn) });
  };
  useKeys({
    next: () => move(1),
    previous: () => move(-1),
    ...(gone && { takeBack: bringBack }),
  });
  const error = discarding.error ?? bringing.error;
  return (
    <Page title={t('drafts.title')}>
      <p className={styles.intro}>{t('drafts.intro')}</p>
      {list.error && <ProblemNote error={list.error} onAgain={() => void list.refetch()} />}
      {error && <ProblemNote error={error} />}
      <div role="status">
        {gone && (
          <p className={styles.gone}>
            {t('drafts.discarded', { number: gone.case.number })}{' '}
            <Button
              key={gone.id}
              variant="subtle"
              autoFocus
              loading={bringing.isPending}
              onClick={bringBack}
            >
              {t('drafts.undo')} <KeyCap of="takeBack" />
            </Button>
          </p>
        )}
      </div>
      {list.data && items.length === 0 && <p className={styles.none}>{t('drafts.none')}</p>}
      {items.length > 0 && (
        <ul ref={place} className={styles.list}>
          {items.map((draft) => (
            <DraftCard
              key={draft.id}
              draft={draft}
              discarding={discarding.isPending && discarding.variables.id === draft.id}
              onDiscard={() => discarding.mutate(draft)}
            />
          ))}
        </ul>
      )}
      <ShowMore list={list} />
    </Page>
  );
}

/** Does something to a draft; the list and the field where it stands then show it. */
function useChanging(act: (draft: Draft) => Promise<void>, onDone: (draft: Draft) => void) {
  const client = useQueryClient();
  const me = useSuspenseQuery(meQuery).data.agent?.id ?? '';
  return useMutation({
    mutationFn: act,
    onSuccess: (_, draft) => onDone(draft),
    onSettled: async (_answer, _error, draft) => {
      await client.invalidateQueries({ queryKey: draftsQuery.queryKey });
      await reloadDraft(me, draft.case.id, draft.kind);
    },
  });
}

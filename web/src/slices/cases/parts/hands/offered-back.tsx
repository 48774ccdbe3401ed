import type { Offer } from '@baton/contract';
import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../../ui/problem/problem-note.tsx';
import { meQuery } from '../../../access/queries.ts';
import { leaveOffer, offersQuery, takeBack } from '../../../people/absence-queries.ts';
import styles from './hands.module.css';

/** Cases that an absence moved: to take back, or to give back to whoever has returned. */
export function OfferedBack() {
  const { data: me } = useSuspenseQuery(meQuery);
  return me.agent && <Offers agentId={me.agent.id} />;
}

function Offers({ agentId }: { agentId: string }) {
  const { t } = useTranslation();
  const { data } = useQuery(offersQuery(agentId));
  if (!data || data.items.length === 0) return null;
  return (
    <details className={styles.folded} open>
      <summary>{t('offered.title', { count: data.items.length })}</summary>
      <ul className={styles.offers}>
        {data.items.map((offer) => (
          <OfferRow key={offer.case.id + offer.before.id} offer={offer} agentId={agentId} />
        ))}
      </ul>
    </details>
  );
}

function OfferRow({ offer, agentId }: { offer: Offer; agentId: string }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const mine = offer.before.id === agentId;
  const again = { onSettled: () => client.invalidateQueries({ queryKey: ['cases'] }) };
  const moving = useMutation({
    mutationFn: () => takeBack(offer.case.id, offer.before.id),
    ...again,
  });
  const leaving = useMutation({ mutationFn: () => leaveOffer(offer.case.id), ...again });
  const error = moving.error ?? leaving.error;
  return (
    <li>
      <Link to="/cases/$caseId" params={{ caseId: offer.case.id }}>
        {offer.case.subject}
      </Link>
      <p>
        {t(mine ? 'offered.with' : 'offered.before', {
          name: (mine ? offer.holder : offer.before).name,
        })}
      </p>
      {error && <ProblemNote error={error} />}
      <div>
        <Button
          size="compact-sm"
          variant="default"
          loading={moving.isPending}
          onClick={() => moving.mutate()}
        >
          {t(mine ? 'offered.take' : 'offered.give')}
        </Button>
        {mine && (
          <Button
            size="compact-sm"
            variant="subtle"
            loading={leaving.isPending}
            onClick={() => leaving.mutate()}
          >
            {t('offered.leave')}
          </Button>
        )}
      </div>
    </li>
  );
}

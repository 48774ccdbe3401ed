import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { may } from '../../../access/may.ts';
import { meQuery } from '../../../access/queries.ts';
import { channelsQuery } from '../../../mail/channels-query.ts';
import styles from './hands.module.css';

/** Nothing to do: said, with how the next case comes. */
export function EmptyHands() {
  const { t } = useTranslation();
  const { data: me } = useSuspenseQuery(meQuery);
  const channels = useQuery(channelsQuery);
  const addresses = channels.data?.flatMap((channel) => channel.address ?? []) ?? [];
  return (
    <div className={styles.empty}>
      <h2>{t('hands.empty')}</h2>
      <p>{addresses.length > 0 ? t('hands.emptyAddress') : t('hands.emptyAny')}</p>
      {addresses.map((address) => (
        <a key={address} href={`mailto:${address}`}>
          {address}
        </a>
      ))}
      {channels.data && addresses.length === 0 && may(me, 'People', 'admin') && (
        <Link to="/settings">{t('hands.setUp')}</Link>
      )}
    </div>
  );
}

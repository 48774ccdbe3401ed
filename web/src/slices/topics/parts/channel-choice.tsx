import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { channelsQuery } from '../../mail/queries.ts';
import styles from './topics.module.css';

type Props = { chosen: string[]; onChange: (channels: string[]) => void };

/** By which channels a message must have come. */
export function ChannelChoice({ chosen, onChange }: Props) {
  const { t } = useTranslation();
  const { data: channels = [] } = useQuery(channelsQuery);
  if (channels.length < 2 && chosen.length === 0) return null;
  return (
    <fieldset className={styles.several}>
      <legend>{t('rules.channels')}</legend>
      {channels.map(({ id, name }) => (
        <label key={id}>
          <input
            type="checkbox"
            checked={chosen.includes(id)}
            onChange={() =>
              onChange(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])
            }
          />
          {name}
        </label>
      ))}
    </fieldset>
  );
}

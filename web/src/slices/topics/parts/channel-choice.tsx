import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { channelsQuery } from '../../mail/channels-query.ts';
import { Several } from './several.tsx';

type Props = { chosen: string[]; onChange: (channels: string[]) => void };

/** By which channels a message must have come; with one channel there is nothing to choose. */
export function ChannelChoice({ chosen, onChange }: Props) {
  const { t } = useTranslation();
  const { data: channels = [] } = useQuery(channelsQuery);
  if (channels.length < 2 && chosen.length === 0) return null;
  const options = channels.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Several legend={t('rules.channels')} options={options} chosen={chosen} onChange={onChange} />
  );
}

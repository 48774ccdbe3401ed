import { areas, ranks, type Area, type AreaRanks, type Me, type Rank } from '@baton/contract';
import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { may } from '../../access/may.ts';
import styles from './grants.module.css';

type Props = {
  /** Where they stand in what is sent. */
  path: 'scopes' | 'areas';
  legend: string;
  /** What an area gets that is not named, in words. */
  unnamed: string;
  value: AreaRanks;
  /** Nobody gives more than they have. */
  who: Pick<Me, 'ranks'>;
  /** Ranks that make no sense in an area. */
  without?: (area: Area, rank: Rank) => boolean;
  onChange: (value: AreaRanks) => void;
};

/** The areas in which a rank can be given; whether Baton is well may be asked by everybody. */
export const givenAreas = areas.filter((area) => area !== 'Health');

/** A rank for each area, or none of its own. */
export function RanksField({ path, legend, unnamed, value, who, without, onChange }: Props) {
  const { t } = useTranslation();
  const set = (area: Area, chosen: string) => {
    const { [area]: _, ...rest } = value;
    const known = ranks.find((rank) => rank === chosen);
    onChange(known ? { ...rest, [area]: known } : rest);
  };
  return (
    <fieldset className={styles.ranks}>
      <legend>{legend}</legend>
      {givenAreas.map((area) => (
        <NativeSelect
          key={area}
          label={t(`grants.area.${area}`)}
          data-path={`${path}.${area}`}
          value={value[area] ?? ''}
          onChange={(event) => set(area, event.currentTarget.value)}
          data={[
            { value: '', label: unnamed },
            ...ranks
              .filter((rank) => may(who, area, rank) && without?.(area, rank) !== true)
              .map((rank) => ({ value: rank, label: t(`grants.rank.${rank}`) })),
          ]}
        />
      ))}
    </fieldset>
  );
}

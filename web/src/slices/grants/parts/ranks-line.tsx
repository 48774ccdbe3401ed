import type { AreaRanks } from '@baton/contract';
import { useTranslation } from 'react-i18next';
import { givenAreas } from './ranks-field.tsx';

/** Ranks by area, in a line: "Mail: Admin · People: Reader". */
export function RanksLine({ value }: { value: AreaRanks }) {
  const { t } = useTranslation();
  const named = givenAreas.flatMap((area) => {
    const rank = value[area];
    return rank ? [t(`grants.area.${area}`) + t('shell.colon') + t(`grants.rank.${rank}`)] : [];
  });
  return <>{named.length === 0 ? t('customRoles.nothing') : named.join(' · ')}</>;
}

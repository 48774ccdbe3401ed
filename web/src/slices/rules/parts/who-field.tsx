import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useChoices } from './use-choices.ts';

type Props = { path: string; who: string; owner?: boolean; onChange: (who: string) => void };

/** An agent by name, whoever leads the team of the case, or whoever holds it. */
export function WhoField({ path, who, owner = false, onChange }: Props) {
  const { t } = useTranslation();
  const { agents } = useChoices();
  const roles = owner ? (['owner', 'lead'] as const) : (['lead'] as const);
  const known = [
    ...roles.map((value) => ({ value: value as string, label: t(`teamRules.who.${value}`) })),
    ...agents,
  ];
  const isGone = !known.some(({ value }) => value === who);
  return (
    <NativeSelect
      label={t('teamRules.whom')}
      data-path={path}
      value={who}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={isGone ? [...known, { value: who, label: t('teamRules.gone') }] : known}
    />
  );
}

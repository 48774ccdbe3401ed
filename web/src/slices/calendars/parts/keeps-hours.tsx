import { NativeSelect } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { changeUses } from '../doing.ts';
import { type Keeper, keeps, usesWith } from '../keeping.ts';
import { calendarsQuery } from '../queries.ts';
import styles from './calendars.module.css';

type Props = { keeper: Keeper; mayChange: boolean };

/** Whose working hours somebody keeps: those of a calendar, or what holds without one. */
export function KeepsHours({ keeper, mayChange }: Props) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { data: calendars = [], error } = useQuery(calendarsQuery);
  const own = calendars.find((one) => keeps(one, keeper));
  const choosing = useMutation({
    mutationFn: async (id: string) => {
      const chosen = calendars.find((one) => one.id === id);
      if (chosen) await changeUses(chosen, usesWith(chosen, keeper, true));
      else if (own) await changeUses(own, usesWith(own, keeper, false));
    },
    onSettled: () => client.invalidateQueries(),
  });
  return (
    <div className={styles.keeps}>
      <NativeSelect
        label={t('keeps.hours')}
        description={t(`keeps.how.${keeper.kind}`)}
        value={choosing.isPending ? choosing.variables : (own?.id ?? '')}
        disabled={!mayChange}
        onChange={(event) => choosing.mutate(event.currentTarget.value)}
        data={[
          { value: '', label: t(`keeps.none.${keeper.kind}`) },
          ...calendars.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      {(error ?? choosing.error) && <ProblemNote error={error ?? choosing.error} />}
      {mayChange && (
        <p className={styles.hint}>
          <Link to="/settings/calendars">{t('keeps.calendars')}</Link>
        </p>
      )}
    </div>
  );
}

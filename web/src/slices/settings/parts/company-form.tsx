import type { Agent, Brand, Company, Team } from '@baton/contract';
import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { zones } from '../../access/parts/zones.ts';
import { asDuration, inHours } from '../../calendars/hours.ts';
import { HoursField } from '../../calendars/parts/hours-field.tsx';
import styles from '../../people/parts/people.module.css';
import { useSaving } from '../../topics/use-saving.ts';
import { changeCompany, type CompanyGiven } from '../queries.ts';

const lengths = ['firstReply', 'confirmWithin', 'remindAfter', 'taskWithin'] as const;

type Props = { company: Company; agents: Agent[]; teams: Team[]; brands: Brand[] };

/** Who is the head, where cases go that fit nowhere, and the times of the house. */
export function CompanyForm({ company, agents, teams, brands }: Props) {
  const { t } = useTranslation();
  const [given, setGiven] = useState(() => givenOf(company));
  const set = (part: Partial<CompanyGiven>) => setGiven((before) => ({ ...before, ...part }));
  const saving = useSaving(() => changeCompany(bodyOf(givenOf(company), given)), 'company');
  const heads = agents.filter(({ active, role }) => active && role !== 'reader');
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!saving.isPending) saving.mutate();
      }}
    >
      <div className={styles.fields}>
        {(
          [
            ['head', heads],
            ['defaultTeam', teams],
            ['defaultBrand', brands],
          ] as const
        ).map(([name, choices]) => (
          <NativeSelect
            key={name}
            data-path={name}
            label={t(`company.${name}`)}
            description={t(`company.${name}How`)}
            value={given[name]}
            onChange={(event) => set({ [name]: event.currentTarget.value })}
            data={choices.map((one) => ({ value: one.id, label: one.name }))}
          />
        ))}
        <NativeSelect
          label={t('company.zone')}
          data-path="zone"
          description={t('company.zoneHow')}
          value={given.zone}
          onChange={(event) => set({ zone: event.currentTarget.value })}
          data={zones(given.zone)}
        />
        <Lengths given={given} set={set} />
      </div>
      {saving.error && <ProblemNote error={saving.error} />}
      <footer className={styles.foot}>
        <span role="status">{saving.isSuccess && t('company.kept')}</span>
        <Button type="submit" loading={saving.isPending}>
          {t('company.keep')}
        </Button>
      </footer>
    </form>
  );
}

type LengthsProps = { given: CompanyGiven; set: (part: Partial<CompanyGiven>) => void };

function Lengths({ given, set }: LengthsProps) {
  const { t } = useTranslation();
  return (
    <>
      {lengths.map((name) => (
        <HoursField
          key={name}
          path={name}
          label={t(`company.${name}`)}
          description={t(`company.${name}How`)}
          required
          value={given[name]}
          onChange={(hours) => set({ [name]: hours })}
        />
      ))}
    </>
  );
}

/** As the fields hold it: lengths in hours. */
function givenOf({ head, defaultTeam, defaultBrand, zone, ...times }: Company): CompanyGiven {
  return {
    head: head.id,
    defaultTeam: defaultTeam.id,
    defaultBrand: defaultBrand.id,
    zone,
    firstReply: inHours(times.firstReply),
    confirmWithin: inHours(times.confirmWithin),
    remindAfter: inHours(times.remindAfter),
    taskWithin: inHours(times.taskWithin),
  };
}

/** Only what was changed: what is finer than a field shows stays as it is. */
function bodyOf(before: CompanyGiven, given: CompanyGiven): Partial<CompanyGiven> {
  const isLength = (name: string) => lengths.some((one) => one === name);
  const names = Object.keys(given) as (keyof CompanyGiven)[];
  const changed = names.filter((name) => given[name] !== before[name]);
  return Object.fromEntries(
    changed.map((name) => [name, isLength(name) ? asDuration(given[name]) : given[name]]),
  );
}

import type { CalendarUses } from '@baton/contract';
import { Checkbox } from '@mantine/core';
import '@mantine/core/styles/Checkbox.css';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { agentsQuery, levelsQuery, teamsQuery } from '../../people/queries.ts';
import styles from './calendars.module.css';

type Props = { uses: CalendarUses; onChange: (uses: CalendarUses) => void };

/** Who keeps these hours: the whole company, levels, teams, or single people. */
export function UsesFields({ uses, onChange }: Props) {
  const { t } = useTranslation();
  const { data: levels = [] } = useQuery(levelsQuery);
  const { data: teams = [] } = useQuery(teamsQuery);
  const { data: agents = [] } = useQuery(agentsQuery);
  const canWork = agents.filter(
    (agent) => (agent.active && agent.role !== 'reader') || uses.agents.includes(agent.id),
  );
  return (
    <fieldset className={styles.uses}>
      <legend>{t('calendars.whoKeeps')}</legend>
      <p className={styles.hint}>{t('calendars.whoKeepsHint')}</p>
      <Checkbox
        size="xs"
        label={t('calendars.company')}
        checked={uses.company}
        onChange={(event) => onChange({ ...uses, company: event.currentTarget.checked })}
      />
      <Checkbox.Group
        size="xs"
        label={t('calendars.levels')}
        value={uses.levels.map(String)}
        onChange={(chosen) => onChange({ ...uses, levels: chosen.map(Number) })}
      >
        <Choices items={levels.map(({ id, name }) => ({ id: String(id), name }))} />
      </Checkbox.Group>
      <Checkbox.Group
        size="xs"
        label={t('calendars.teams')}
        value={uses.teams}
        onChange={(chosen) => onChange({ ...uses, teams: chosen })}
      >
        <Choices items={teams} />
      </Checkbox.Group>
      <details open={uses.agents.length > 0}>
        <summary>{t('calendars.people')}</summary>
        <Checkbox.Group
          size="xs"
          aria-label={t('calendars.people')}
          value={uses.agents}
          onChange={(chosen) => onChange({ ...uses, agents: chosen })}
        >
          <Choices items={canWork} />
        </Checkbox.Group>
      </details>
    </fieldset>
  );
}

function Choices({ items }: { items: { id: string; name: string }[] }) {
  return (
    <div className={styles.choices}>
      {items.map(({ id, name }) => (
        <Checkbox key={id} size="xs" value={id} label={name} />
      ))}
    </div>
  );
}

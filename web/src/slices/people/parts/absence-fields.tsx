import { absenceReasons, type Agent, type Team } from '@baton/contract';
import { NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../../../api/server-time.ts';
import { instantOfWall, wallText } from '../../../ui/time/zone.ts';
import { useViewer } from '../../../ui/viewer.tsx';
import type { Wish } from '../absence-queries.ts';
import { agentsQuery, teamsQuery } from '../queries.ts';
import styles from './people.module.css';

/** An absence as its fields hold it; times of the viewer's zone, empty where they are left open. */
export type AbsenceGiven = { from: string; until: string; reason: string; cover: string };

type Props = {
  agentId: string;
  given: AbsenceGiven;
  set: (part: Partial<AbsenceGiven>) => void;
  /** It has begun: its beginning cannot be changed any more. */
  begun?: boolean;
};

/** From when until when, why, and who covers. */
export function AbsenceFields({ agentId, given, set, begun = false }: Props) {
  const { t } = useTranslation();
  const { zone } = useViewer();
  const { data: agents = [] } = useQuery(agentsQuery);
  const { data: teams = [] } = useQuery(teamsQuery);
  const earliest = wallText(serverNow(), zone);
  return (
    <div className={styles.fields}>
      {!begun && (
        <TextInput
          type="datetime-local"
          label={t('absence.from')}
          data-path="from"
          description={t('absence.fromHow', { zone })}
          value={given.from}
          onChange={(event) => set({ from: event.currentTarget.value })}
        />
      )}
      <TextInput
        type="datetime-local"
        label={t('absence.until')}
        data-path="until"
        description={t('absence.untilHow')}
        value={given.until}
        min={begun ? earliest : given.from || earliest}
        onChange={(event) => set({ until: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('absence.why')}
        data-path="reason"
        description={t('absence.whyHow')}
        value={given.reason}
        onChange={(event) => set({ reason: event.currentTarget.value })}
        data={absenceReasons.map((value) => ({ value, label: t(`absence.reason.${value}`) }))}
      />
      <NativeSelect
        label={t('absence.cover')}
        data-path="cover"
        description={t('absence.coverHow')}
        value={given.cover}
        onChange={(event) => set({ cover: event.currentTarget.value })}
        data={[
          { value: '', label: t('absence.whoeverIsThere') },
          ...coversOf(agentId, agents, teams),
        ]}
      />
    </div>
  );
}

/** Who has a team at a level at which the agent has one. */
function coversOf(agentId: string, agents: Agent[], teams: Team[]) {
  const levels = (one: Agent) =>
    teams
      .filter(({ id }) => one.teams.some(({ team }) => team.id === id))
      .map(({ level }) => level);
  const agent = agents.find(({ id }) => id === agentId);
  const theirs = new Set(agent ? levels(agent) : []);
  return agents
    .filter((one) => one.active && one.role !== 'reader' && one.id !== agentId)
    .filter((one) => levels(one).some((level) => theirs.has(level)))
    .map(({ id, name }) => ({ value: id, label: name }));
}

/** What the fields say, in instants. */
export function wishOf(given: AbsenceGiven, zone: string): Wish {
  const instant = (text: string) => {
    const at = text === '' ? null : instantOfWall(text, zone);
    return at === null ? null : new Date(at).toISOString();
  };
  return {
    from: instant(given.from),
    until: instant(given.until),
    reason: absenceReasons.find((one) => one === given.reason) ?? 'other',
    cover: given.cover || null,
  };
}

import { absenceReasons, type Agent, type Team } from '@baton/contract';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../../../api/server-time.ts';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { instantOfWall, wallText } from '../../../ui/time/zone.ts';
import { useViewer } from '../../../ui/viewer.tsx';
import { recordAbsence, type Wish } from '../absence-queries.ts';
import { agentsQuery, teamsQuery } from '../queries.ts';
import { Outlook } from './outlook.tsx';
import styles from './people.module.css';

const empty = { from: '', until: '', reason: 'holiday', cover: '' };

/** Records an absence, from now on or ahead, and says before what it will do. */
export function AbsenceForm({ agentId, own }: { agentId: string; own: boolean }) {
  const { t } = useTranslation();
  const { zone } = useViewer();
  const client = useQueryClient();
  const [given, setGiven] = useState(empty);
  const [key, setKey] = useState(() => crypto.randomUUID());
  const wish = wishOf(given, zone);
  const recording = useMutation({
    mutationFn: () => recordAbsence(agentId, key, wish),
    onSuccess: () => {
      setGiven(empty);
      setKey(crypto.randomUUID());
      return client.invalidateQueries();
    },
  });
  const set = (part: Partial<Given>) => {
    recording.reset();
    setKey(crypto.randomUUID());
    setGiven({ ...given, ...part });
  };
  return (
    <form
      className={styles.form}
      aria-label={t('absence.new')}
      onSubmit={(event) => {
        event.preventDefault();
        recording.mutate();
      }}
    >
      <h2>{t('absence.new')}</h2>
      <Fields agentId={agentId} given={given} set={set} />
      <Outlook agentId={agentId} wish={wish} own={own} />
      {recording.error && <ProblemNote error={recording.error} />}
      <footer className={styles.foot}>
        <Button type="submit" loading={recording.isPending}>
          {t(given.from ? 'absence.record' : 'absence.beginNow')}
        </Button>
      </footer>
    </form>
  );
}

type Given = typeof empty;
type FieldsProps = { agentId: string; given: Given; set: (part: Partial<Given>) => void };

function Fields({ agentId, given, set }: FieldsProps) {
  const { t } = useTranslation();
  const { zone } = useViewer();
  const { data: agents = [] } = useQuery(agentsQuery);
  const { data: teams = [] } = useQuery(teamsQuery);
  const earliest = wallText(serverNow(), zone);
  return (
    <div className={styles.fields}>
      <TextInput
        type="datetime-local"
        label={t('absence.from')}
        description={t('absence.fromHow', { zone })}
        value={given.from}
        onChange={(event) => set({ from: event.currentTarget.value })}
      />
      <TextInput
        type="datetime-local"
        label={t('absence.until')}
        description={t('absence.untilHow')}
        value={given.until}
        min={given.from || earliest}
        onChange={(event) => set({ until: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('absence.why')}
        description={t('absence.whyHow')}
        value={given.reason}
        onChange={(event) => set({ reason: event.currentTarget.value })}
        data={absenceReasons.map((value) => ({ value, label: t(`absence.reason.${value}`) }))}
      />
      <NativeSelect
        label={t('absence.cover')}
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

function wishOf(given: Given, zone: string): Wish {
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

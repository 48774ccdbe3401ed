import type { Agent, Level, Team } from '@baton/contract';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { Page } from '../../../ui/shell/page.tsx';
import { durationMs } from '../../../ui/time/left.ts';
import { useLength } from '../../../ui/time/use-left.ts';
import { may } from '../../access/may.ts';
import { meQuery } from '../../access/queries.ts';
import { MoverPlace, useMover } from '../moving/mover.tsx';
import { noTeam, top } from '../moving/outcome.ts';
import { useStanding } from '../moving/use-standing.ts';
import { AgentChip, TeamCard } from '../parts/team-card.tsx';
import { agentsQuery, levelsQuery, teamsQuery } from '../queries.ts';
import styles from '../parts/people.module.css';
import tree from '../parts/tree.module.css';

/** The levels from the top down, each with its teams and their people, who can be moved. */
export function Pyramid() {
  const { t } = useTranslation();
  const { data: me } = useSuspenseQuery(meQuery);
  const levels = useQuery(levelsQuery);
  const teams = useQuery(teamsQuery);
  const agents = useQuery(agentsQuery);
  const standing = useStanding();
  const isAdmin = may(me, 'People', 'admin');
  const asked = [levels, teams, agents];
  const error = asked.find((one) => one.error)?.error;
  const shown = <Levels levels={levels.data ?? []} isAdmin={isAdmin} />;
  return (
    <Page title={t('pyramid.title')} back="/settings">
      <p className={styles.intro}>
        {t('pyramid.intro')} {isAdmin && t('moving.how')}
      </p>
      {error && (
        <ProblemNote
          error={error}
          onAgain={() => void Promise.all(asked.map((one) => one.refetch()))}
        />
      )}
      {isAdmin && levels.data && (
        <p>
          <Link
            className={styles.add}
            to="/settings/pyramid/levels/$levelId"
            params={{ levelId: 'new' }}
          >
            {t('pyramid.newLevel')}
          </Link>
        </p>
      )}
      {isAdmin && standing ? <MoverPlace standing={standing}>{shown}</MoverPlace> : shown}
    </Page>
  );
}

function Levels({ levels, isAdmin }: { levels: Level[]; isAdmin: boolean }) {
  const { data: teams = [] } = useQuery(teamsQuery);
  const { data: agents = [] } = useQuery(agentsQuery);
  const byId = new Map(agents.map((agent) => [agent.id, agent]));
  const highest = levels.at(-1)?.id;
  return (
    <>
      {levels.toReversed().map((level) => (
        <LevelPart
          key={level.id}
          level={level}
          isTop={level.id === highest}
          teams={teams.filter((team) => team.level === level.id)}
          agents={byId}
          isAdmin={isAdmin}
        />
      ))}
      <InNoTeam agents={agents} />
    </>
  );
}

type Props = {
  level: Level;
  isTop: boolean;
  teams: Team[];
  agents: Map<string, Agent>;
  isAdmin: boolean;
};

function LevelPart({ level, isTop, teams, agents, isAdmin }: Props) {
  const { t } = useTranslation();
  const words = useLength();
  const mover = useMover();
  const levelId = String(level.id);
  return (
    <section
      className={`${styles.level} ${tree.level} ${isTop ? tree.top : ''}`}
      {...(isTop ? { 'data-target': top } : {})}
      data-over={(isTop && mover?.target === top) || undefined}
    >
      <header>
        <h2>
          {level.id} ·{' '}
          <Link to="/settings/pyramid/levels/$levelId" params={{ levelId }}>
            {level.name}
          </Link>
        </h2>
        <p>{t('pyramid.holding', { length: words(durationMs(level.holdingTime)) })}</p>
      </header>
      <ul className={tree.teams}>
        {teams.map((team) => (
          <TeamCard key={team.id} team={team} agents={agents} />
        ))}
      </ul>
      {isAdmin && (
        <Link
          className={styles.add}
          to="/settings/pyramid/teams/$teamId"
          params={{ teamId: 'new' }}
          search={{ level: level.id }}
        >
          {t('pyramid.newTeam')}
        </Link>
      )}
    </section>
  );
}

/** Who could hold cases and belongs nowhere; who is put down here leaves the team. */
function InNoTeam({ agents }: { agents: Agent[] }) {
  const { t } = useTranslation();
  const mover = useMover();
  const free = agents.filter(
    ({ active, role, teams }) => active && role !== 'reader' && teams.length === 0,
  );
  const leaves = mover?.carried?.kind === 'agent' && mover.carried.from !== null;
  if (free.length === 0 && !leaves) return null;
  return (
    <section
      className={tree.free}
      data-target={noTeam}
      data-takes={mover?.takes(noTeam) ?? undefined}
      data-over={mover?.target === noTeam || undefined}
    >
      <h2>{t('moving.inNoTeam')}</h2>
      {free.length > 0 && <p className={styles.about}>{t('moving.inNoTeamHow')}</p>}
      <ul className={tree.agents}>
        {free.map((agent) => (
          <AgentChip key={agent.id} agent={agent} from={null} />
        ))}
      </ul>
    </section>
  );
}

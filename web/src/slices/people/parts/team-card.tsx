import type { Agent, Team } from '@baton/contract';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Handle } from '../moving/handle.tsx';
import { useMover } from '../moving/mover.tsx';
import styles from './tree.module.css';
import people from './people.module.css';

/** A team with who belongs to it; something that is moved can be put down on it. */
export function TeamCard({ team, agents }: { team: Team; agents: Map<string, Agent> }) {
  const { t } = useTranslation();
  const mover = useMover();
  return (
    <li
      className={styles.team}
      data-target={team.id}
      data-takes={mover?.takes(team.id) ?? undefined}
      data-over={mover?.target === team.id || undefined}
    >
      <div className={styles.head}>
        <Handle
          carried={{ kind: 'team', id: team.id }}
          label={t('moving.handleTeam', { name: team.name })}
        />
        <Link to="/settings/pyramid/teams/$teamId" params={{ teamId: team.id }}>
          {team.name}
        </Link>
      </div>
      <p className={people.about}>
        <span>{t('pyramid.ledBy', { name: team.lead.name })}</span>
        {team.cover && <span>{t('pyramid.coveredBy', { name: team.cover.name })}</span>}
        {team.above && <span>{t('pyramid.passesTo', { name: team.above.name })}</span>}
      </p>
      {team.members.length > 0 && (
        <ul className={styles.agents} aria-label={team.name}>
          {team.members.map(({ agent: { id, name } }) => (
            <AgentChip
              key={id}
              agent={{ id, name }}
              from={team}
              isOff={agents.get(id)?.active === false}
            />
          ))}
        </ul>
      )}
    </li>
  );
}

type ChipProps = {
  agent: { id: string; name: string };
  /** The team in which they are shown; null for who is in none. */
  from: { id: string; name: string } | null;
  isOff?: boolean;
};

/** Somebody in a team, or in none. */
export function AgentChip({ agent: { id, name }, from, isOff = false }: ChipProps) {
  const { t } = useTranslation();
  const label = from
    ? t('moving.handleAgent', { name, team: from.name })
    : t('moving.handleFree', { name });
  return (
    <li data-off={isOff || undefined}>
      <Handle carried={{ kind: 'agent', id, from: from?.id ?? null }} label={label} />
      <Link to="/settings/people/$agentId" params={{ agentId: id }}>
        {name}
      </Link>
    </li>
  );
}

import type { Team, TeamRule } from '@baton/contract';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { meQuery } from '../../access/queries.ts';
import { teamsQuery } from '../../people/queries.ts';
import type { Choice } from './use-choices.ts';

/** For whose cases somebody may write rules: a lead for their teams and those below. */
export function useScopes(rule: TeamRule | null): Choice[] {
  const { t } = useTranslation();
  const { data: me } = useSuspenseQuery(meQuery);
  const { data: teams = [] } = useQuery(teamsQuery);
  const isAdmin = me.ranks.Cases === 'admin';
  const own = isAdmin ? teams : ledBy(me.agent?.id ?? '', teams);
  const company = { value: '', label: t('teamRules.company') };
  const choices = own.map(({ id, name }) => ({ value: id, label: name }));
  const { team } = rule ?? {};
  const isGone = team && !teams.some(({ id }) => id === team.id);
  const gone = isGone ? [{ value: team.id, label: t('teamRules.gone') }] : [];
  return [...(isAdmin ? [company] : []), ...choices, ...gone];
}

function ledBy(agent: string, teams: Team[]): Team[] {
  const isLed = (team: Team | undefined): boolean =>
    team !== undefined &&
    (team.lead.id === agent || isLed(teams.find(({ id }) => id === team.above?.id)));
  return teams.filter(isLed);
}

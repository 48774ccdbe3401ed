import type { Me } from '@baton/contract';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { may } from '../access/may.ts';
import { closedDaysQuery } from '../calendars/queries.ts';
import { channelsQuery } from '../mail/channels-query.ts';
import { healthQuery } from '../mail/health-query.ts';
import { agentsQuery, invitationsQuery, topicsQuery } from '../people/queries.ts';
import { templatesQuery } from '../writing/queries.ts';
import { brandsQuery, companyQuery } from './queries.ts';
import { firstSteps, type Step, type Standing } from './first-steps.ts';

type SaidStep = Step & { name: string; state: string };

/**
 * What a new company still has to say, in the order in which it matters; null as long as it is not
 * known, or not for somebody to set up.
 */
export function useFirstSteps(who: Pick<Me, 'ranks'>): SaidStep[] | null {
  const { t } = useTranslation();
  const mine = (['People', 'Access', 'Mail', 'Cases'] as const).every((area) =>
    may(who, area, 'admin'),
  );
  const asked = { enabled: mine };
  const standing: { [part in keyof Standing]: Standing[part] | undefined } = {
    company: useQuery({ ...companyQuery, ...asked }).data,
    brands: useQuery({ ...brandsQuery, ...asked }).data,
    agents: useQuery({ ...agentsQuery, ...asked }).data,
    invitations: useQuery({ ...invitationsQuery, ...asked }).data,
    closedDays: useQuery({ ...closedDaysQuery, ...asked }).data,
    channels: useQuery({ ...channelsQuery, ...asked }).data,
    health: useQuery({ ...healthQuery, ...asked }).data,
    topics: useQuery({ ...topicsQuery, ...asked }).data,
    templates: useQuery({ ...templatesQuery, ...asked }).data,
  };
  if (!isWhole(standing)) return null;
  return firstSteps(standing).map((step) => ({
    ...step,
    name: t(`firstSteps.${step.about}.name`),
    state: t(step.says as 'firstSteps.days.done', step.with),
  }));
}

function isWhole(parts: {
  [part in keyof Standing]: Standing[part] | undefined;
}): parts is Standing {
  return Object.values(parts).every((part) => part !== undefined);
}

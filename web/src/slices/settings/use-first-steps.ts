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

type FirstSteps = {
  /** Null as long as they are not known, or not for somebody to set up. */
  steps: SaidStep[] | null;
  isPending: boolean;
  /** Why they cannot be known. */
  error: Error | null;
  /** Asks again for what did not come. */
  again: () => void;
};

/** What a new company still has to say, in the order in which it matters. */
export function useFirstSteps(who: Pick<Me, 'ranks'>): FirstSteps {
  const { t } = useTranslation();
  const mine = (['People', 'Access', 'Mail', 'Cases'] as const).every((area) =>
    may(who, area, 'admin'),
  );
  const asked = { enabled: mine };
  const parts = {
    company: useQuery({ ...companyQuery, ...asked }),
    brands: useQuery({ ...brandsQuery, ...asked }),
    agents: useQuery({ ...agentsQuery, ...asked }),
    invitations: useQuery({ ...invitationsQuery, ...asked }),
    closedDays: useQuery({ ...closedDaysQuery, ...asked }),
    channels: useQuery({ ...channelsQuery, ...asked }),
    health: useQuery({ ...healthQuery, ...asked }),
    topics: useQuery({ ...topicsQuery, ...asked }),
    templates: useQuery({ ...templatesQuery, ...asked }),
  };
  const lacking = Object.values(parts).filter(({ data }) => data === undefined);
  const error = lacking.find((part) => part.error)?.error ?? null;
  const standing = standingOf(parts);
  const steps =
    standing &&
    firstSteps(standing).map((step) => ({
      ...step,
      name: t(`firstSteps.${step.about}.name`),
      state: t(step.says as 'firstSteps.days.done', step.with),
    }));
  return {
    steps,
    isPending: mine && !steps && !error,
    error,
    again: () => void Promise.all(lacking.map((part) => part.refetch())),
  };
}

type Parts = { [part in keyof Standing]: { data: Standing[part] | undefined } };

/** Null as long as a part of it is not there. */
function standingOf(parts: Parts): Standing | null {
  const standing = Object.fromEntries(
    Object.entries(parts).map(([part, { data }]) => [part, data]),
  );
  return isWhole(standing) ? standing : null;
}

function isWhole(standing: Partial<Standing>): standing is Standing {
  return Object.values(standing).every((part) => part !== undefined);
}

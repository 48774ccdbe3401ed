import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { Page } from '../../../ui/shell/page.tsx';
import { KeepsHours } from '../../calendars/parts/keeps-hours.tsx';
import { calendarsQuery } from '../../calendars/queries.ts';
import { agentsQuery, teamsQuery } from '../../people/queries.ts';
import { CompanyForm } from '../parts/company-form.tsx';
import { brandsQuery, companyQuery } from '../queries.ts';

/** What holds for the whole company where nothing else is said. */
export function CompanyPage() {
  const { t } = useTranslation();
  const company = useQuery(companyQuery);
  const agents = useQuery(agentsQuery);
  const teams = useQuery(teamsQuery);
  const brands = useQuery(brandsQuery);
  // Asked for here as well: all of the page comes at once, and nothing of it moves afterwards.
  const calendars = useQuery(calendarsQuery);
  const error = company.error ?? agents.error ?? teams.error ?? brands.error;
  return (
    <Page title={t('company.title')} back="/settings">
      {error && <ProblemNote error={error} onAgain={() => void company.refetch()} />}
      {company.data && agents.data && teams.data && brands.data && !calendars.isPending && (
        <>
          <CompanyForm
            company={company.data}
            agents={agents.data}
            teams={teams.data}
            brands={brands.data}
          />
          <KeepsHours keeper={{ kind: 'company' }} mayChange />
        </>
      )}
    </Page>
  );
}

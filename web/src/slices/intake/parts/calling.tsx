import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { beginCall, currentCallQuery } from '../../calls/queries.ts';
import { Setbacks } from '../../customers/parts/setbacks.tsx';
import { alikeTypedQuery } from '../../customers/queries.ts';
import type { Begun } from '../queries.ts';
import styles from './intake.module.css';
import { OpenCases } from './open-cases.tsx';

type Props = {
  phone: string;
  begin: { isPending: boolean; mutate: (begun: Begun) => void };
};

/**
 * A call comes in, by the address that a telephone system opens (`/intake?phone=…`): who has this
 * number, with what of theirs is open. Nothing begins before somebody takes it.
 */
export function Calling({ phone, begin }: Props) {
  const { t } = useTranslation();
  const { data: found, error } = useQuery(alikeTypedQuery('', phone));
  const about = useAbout(phone);
  return (
    <section className={styles.calling}>
      <h2>{t('intake.calling', { phone })}</h2>
      {error && <ProblemNote error={error} />}
      {about.error && <ProblemNote error={about.error} />}
      {found?.length === 0 && <p className={styles.hint}>{t('intake.nobodyKnown')}</p>}
      <ul className={styles.callers}>
        {found?.map(({ customer: { id, name }, organisation }) => (
          <li key={id}>
            <p>
              <Link to="/customers/$customerId" params={{ customerId: id }}>
                {name}
              </Link>{' '}
              {organisation && <small>{organisation.name}</small>}
            </p>
            <Setbacks customerId={id} />
            <OpenCases customerId={id}>
              {(caseId, number) => (
                <Button
                  size="compact-xs"
                  variant="default"
                  aria-label={t('intake.aboutWhich', { number })}
                  loading={about.isPending}
                  onClick={() => about.mutate(caseId)}
                >
                  {t('intake.aboutThis')}
                </Button>
              )}
            </OpenCases>
            <Button
              loading={begin.isPending}
              onClick={() => begin.mutate({ way: 'call', phone, customer: id })}
            >
              {t('intake.isThem', { name })}
            </Button>
          </li>
        ))}
      </ul>
      <Button
        className={styles.start ?? ''}
        variant={found?.length === 0 ? 'filled' : 'default'}
        loading={begin.isPending}
        onClick={() => begin.mutate({ way: 'call', phone })}
      >
        {t(found?.length === 0 ? 'intake.takeCall' : 'intake.somebodyElse')}
      </Button>
    </section>
  );
}

/** They speak of a case that there is: the call begins there. */
function useAbout(phone: string) {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (caseId: string) =>
      beginCall({ case: caseId, direction: 'in', number: phone, withCustomer: true }),
    onSuccess: async (call, caseId) => {
      client.setQueryData(currentCallQuery.queryKey, call);
      await navigate({ to: '/cases/$caseId', params: { caseId }, replace: true });
    },
  });
}

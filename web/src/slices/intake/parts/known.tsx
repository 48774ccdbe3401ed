import type { Intake } from '@baton/contract';
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { changeCall, currentCallQuery } from '../../calls/queries.ts';
import { CustomerPanel } from '../../customers/parts/customer-panel.tsx';
import { dropIntake, openIntakeQuery } from '../queries.ts';
import styles from './intake.module.css';
import { OpenCases } from './open-cases.tsx';

type Props = { intake: Intake; customerId: string; name: string };

/** Beside what is taken down: everything known of who speaks, and what of theirs is open. */
export function Known({ intake, customerId, name }: Props) {
  const { t } = useTranslation();
  const about = useAboutCase(intake);
  return (
    <aside className={styles.about} aria-label={t('intake.whatWeKnow')}>
      <h2>{t('intake.openCases')}</h2>
      <OpenCases customerId={customerId} except={intake.case?.id ?? null}>
        {(id, number) =>
          !intake.case && (
            <Button
              size="compact-xs"
              variant="default"
              aria-label={t('intake.aboutWhich', { number })}
              loading={about.isPending}
              onClick={() => about.mutate(id)}
            >
              {t('intake.aboutThis')}
            </Button>
          )
        }
      </OpenCases>
      {about.error && <ProblemNote error={about.error} />}
      <CustomerPanel id={customerId} name={name} caseId={intake.case?.id ?? null} />
    </aside>
  );
}

/** They speak of a case that there is: the call goes on there, and nothing new is taken down. */
function useAboutCase(intake: Intake) {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: async (caseId: string) => {
      if (intake.call) await changeCall(intake.call, { case: caseId });
      await dropIntake(intake.id);
      return caseId;
    },
    onSuccess: async (caseId) => {
      client.setQueryData(openIntakeQuery.queryKey, null);
      await client.invalidateQueries({ queryKey: currentCallQuery.queryKey });
      await navigate({ to: '/cases/$caseId', params: { caseId } });
    },
  });
}

import type { Intake } from '@baton/contract';
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { SureButton } from '../../../ui/sure-button.tsx';
import { changeCall, currentCallQuery } from '../../calls/queries.ts';
import { CustomerPanel } from '../../customers/parts/customer-panel.tsx';
import { dropIntake, openIntakeQuery } from '../queries.ts';
import styles from './intake.module.css';
import { OpenCases } from './open-cases.tsx';

type Props = {
  intake: Intake;
  customerId: string;
  name: string;
  /** Whether more was said than who it is: it is asked before that is left. */
  saysMore: boolean;
  flush: () => Promise<void>;
};

/** Beside what is taken down: everything known of who speaks, and what of theirs is open. */
export function Known({ intake, customerId, name, saysMore, flush }: Props) {
  const { t } = useTranslation();
  const about = useAboutCase(intake, flush);
  return (
    <aside className={styles.about} aria-label={t('intake.whatWeKnow')}>
      <h2>{t('intake.openCases')}</h2>
      <OpenCases customerId={customerId} except={intake.case?.id ?? null}>
        {(id, number) => {
          if (intake.case) return null;
          const button = {
            name: t('intake.aboutThis'),
            label: t('intake.aboutWhich', { number }),
            loading: about.isPending,
          };
          return saysMore ? (
            <SureButton
              small
              {...button}
              sure={t('intake.aboutSure')}
              onSure={() => about.mutate(id)}
            />
          ) : (
            <Button
              size="compact-xs"
              variant="default"
              aria-label={button.label}
              loading={button.loading}
              onClick={() => about.mutate(id)}
            >
              {button.name}
            </Button>
          );
        }}
      </OpenCases>
      {about.data === null && intake.case && (
        <p role="alert" className={styles.hint}>
          {t('intake.becameCase', intake.case)}
        </p>
      )}
      {about.error && <ProblemNote error={about.error} />}
      <CustomerPanel id={customerId} name={name} caseId={intake.case?.id ?? null} />
    </aside>
  );
}

/**
 * They speak of a case that there is: the call goes on there, and nothing new is taken down. What was
 * typed is kept before, and may make it a case of its own: then nothing moves, and the answer is null.
 */
function useAboutCase(intake: Intake, flush: () => Promise<void>) {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: async (caseId: string) => {
      await flush();
      if (client.getQueryData(openIntakeQuery.queryKey)?.case) return null;
      if (intake.call) await changeCall(intake.call, { case: caseId });
      await dropIntake(intake.id);
      return caseId;
    },
    onSuccess: async (caseId) => {
      if (caseId === null) return;
      client.setQueryData(openIntakeQuery.queryKey, null);
      await client.invalidateQueries({ queryKey: currentCallQuery.queryKey });
      await navigate({ to: '/cases/$caseId', params: { caseId } });
    },
  });
}

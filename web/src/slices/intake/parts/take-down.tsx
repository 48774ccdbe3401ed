import type { Call, Intake } from '@baton/contract';
import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import type { OnKeeper } from '../../../ui/use-kept.ts';
import { CallButtons } from '../../calls/parts/call-buttons.tsx';
import { CallNotes } from '../../calls/parts/call-notes.tsx';
import { KeptSign } from '../../calls/parts/kept-sign.tsx';
import { currentCallQuery } from '../../calls/queries.ts';
import { dropIntake, endIntake, openIntakeQuery } from '../queries.ts';
import { saysMore } from '../says-more.ts';
import { type FilesOf, useFiles } from '../use-files.ts';
import { type Taking, useStep, useTaking } from '../use-taking.ts';
import { Answer } from './answer.tsx';
import { Assurance } from './assurance.tsx';
import { Explain } from './explain.tsx';
import styles from './intake.module.css';
import { Known } from './known.tsx';
import { More } from './more.tsx';
import { ReadBack } from './read-back.tsx';
import { What } from './what.tsx';
import { Who } from './who.tsx';

/** The place of the assurance among the steps. */
const assuranceStep = 4;

type Props = { intake: Intake; onEnded: (after: Intake) => void };

/** Taking somebody's problem down while they speak, from the name to the receipt. */
export function TakeDown({ intake, onEnded }: Props) {
  const { t } = useTranslation();
  const { said, change, flush, flushAll, files, onKeeper, state, error } = useAllTaken(intake);
  const taking = { intake, said, change, flush };
  const { data: call } = useQuery(currentCallQuery);
  const [answering, setAnswering] = useState(false);
  const ending = useStep(flushAll, () => endIntake(intake.id), onEnded);
  return (
    <div className={styles.intake}>
      <header className={styles.bar}>
        <b>{intake.case ? t('intake.isCase', intake.case) : t('intake.noCase')}</b>
        <KeptSign state={state} error={error} />
        {call && call.id === intake.call && <CallButtons call={call} />}
      </header>
      <Steps
        taking={taking}
        files={files}
        flushAll={flushAll}
        call={call && call.id === intake.call ? call : null}
        onKeeper={onKeeper}
      />
      <footer className={styles.end}>
        <Button
          size="md"
          disabled={!intake.assured}
          loading={ending.isPending}
          onClick={() => ending.mutate()}
        >
          {t('intake.end')}
        </Button>
        <Button
          size="md"
          variant="default"
          disabled={!intake.case}
          aria-expanded={answering}
          onClick={() => setAnswering((open) => !open)}
        >
          {t('intake.answerNow')}
        </Button>
        {!intake.case && <Drop id={intake.id} />}
        {!intake.assured && (
          <span className={styles.hint}>{t('intake.endFirst', { step: assuranceStep })}</span>
        )}
        {ending.error && <ProblemNote error={ending.error} />}
      </footer>
      {answering && intake.case && <Answer {...taking} flush={flushAll} onEnded={onEnded} />}
    </div>
  );
}

/** What is taken down, with its files, answers and the notes of its call, and how all of it is kept. */
function useAllTaken(intake: Intake) {
  const { keepNow, ...taken } = useTaking(intake);
  const files = useFiles(intake, taken.said, taken.change);
  const [parts] = useState(() => new Set<() => Promise<void>>());
  const onKeeper: OnKeeper = useCallback(
    (keep) => {
      parts.add(keep);
      return () => void parts.delete(keep);
    },
    [parts],
  );
  const flush = async () => {
    await Promise.all([keepNow(), ...[...parts].map((keep) => keep())]);
  };
  /** The last step takes along what is still being uploaded. */
  const flushAll = async () => {
    await files.arrived();
    await flush();
  };
  return { ...taken, files, onKeeper, flush, flushAll };
}

type StepsProps = {
  taking: Taking;
  files: FilesOf;
  flushAll: () => Promise<void>;
  call: Call | null;
  onKeeper: OnKeeper;
};

/** From the name to how it goes on, in the order in which one speaks. */
function Steps({ taking, files, flushAll, call, onKeeper }: StepsProps) {
  const { t } = useTranslation();
  return (
    <>
      <Step number={1} title={t('intake.who')}>
        <Who {...taking} />
      </Step>
      {taking.said.customer && (
        <Known
          intake={taking.intake}
          customerId={taking.said.customer}
          name={taking.said.name}
          saysMore={saysMore(taking.said) || files.uploading.length > 0}
          flush={flushAll}
        />
      )}
      <Step number={2} title={t('intake.what')}>
        <What {...taking} onKeeper={onKeeper} />
      </Step>
      <Step number={3} title={t('intake.more')}>
        <More {...taking} files={files} />
        {call && <CallNotes key={call.id} call={call} onKeeper={onKeeper} />}
      </Step>
      <Step number={assuranceStep} title={t('intake.assure')}>
        <Assurance {...taking} />
      </Step>
      <Step number={5} title={t('intake.readBack')}>
        <ReadBack {...taking} />
      </Step>
      <Step number={6} title={t('intake.explain')}>
        <Explain intake={taking.intake} mailGiven={taking.said.email.trim() !== ''} />
      </Step>
    </>
  );
}

function Step({ number, title, children }: { number: number; title: string; children: ReactNode }) {
  return (
    <section className={styles.step}>
      <h2>
        <span className={styles.number}>{number}</span> {title}
      </h2>
      {children}
    </section>
  );
}

/** Begun by mistake, or nobody was there: nothing was said that would be a case. */
function Drop({ id }: { id: string }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const dropping = useMutation({
    mutationFn: () => dropIntake(id),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: openIntakeQuery.queryKey });
      await client.invalidateQueries({ queryKey: currentCallQuery.queryKey });
    },
  });
  return (
    <>
      <Button variant="subtle" loading={dropping.isPending} onClick={() => dropping.mutate()}>
        {t('intake.drop')}
      </Button>
      {dropping.error && <ProblemNote error={dropping.error} />}
    </>
  );
}

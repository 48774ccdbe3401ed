import type { Case, Task } from '@baton/contract';
import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { KeyCap } from '../../../ui/keys/key-cap.tsx';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { meQuery } from '../../access/queries.ts';
import { askForHelp, tasksOfCaseQuery } from '../queries.ts';
import { AnswerForm } from './answer-form.tsx';
import { TaskState, TaskWhat } from './task-words.tsx';
import styles from './tasks.module.css';
import { useAnswering } from './use-answering.ts';

type Props = { item: Case; canAsk: boolean; onAsk: () => void };

/** What others do on a case: ask them, see what came of it, answer what one was asked oneself. */
export function TasksPanel({ item, canAsk, onAsk }: Props) {
  const { t } = useTranslation();
  const tasks = useQuery(tasksOfCaseQuery(item.id));
  const client = useQueryClient();
  const help = useMutation({
    mutationFn: () => askForHelp(item.id),
    onSuccess: () => client.invalidateQueries({ queryKey: ['cases', 'one', item.id] }),
  });
  const asked = tasks.data ?? [];
  if (!canAsk && asked.length === 0 && !tasks.error) return null;
  return (
    <section>
      <h2>{t('tasks.onCase')}</h2>
      {tasks.error && <ProblemNote error={tasks.error} onAgain={() => void tasks.refetch()} />}
      {asked.length > 0 && (
        <ul className={styles.onCase}>
          {asked.map((task) => (
            <OnCase key={task.id} task={task} canWithdraw={canAsk} />
          ))}
        </ul>
      )}
      {canAsk && (
        <div className={styles.buttons}>
          <Button variant="default" size="xs" onClick={onAsk}>
            {t('tasks.ask')} <KeyCap of="ask" />
          </Button>
          {item.topic && (
            <Button
              variant="default"
              size="xs"
              loading={help.isPending}
              onClick={() => help.mutate()}
            >
              {t('tasks.help')}
            </Button>
          )}
        </div>
      )}
      {help.error && <ProblemNote error={help.error} />}
    </section>
  );
}

function OnCase({ task, canWithdraw }: { task: Task; canWithdraw: boolean }) {
  const { t } = useTranslation();
  const { data: me } = useSuspenseQuery(meQuery);
  const withdrawing = useAnswering(task.id);
  const open = task.state === 'asked';
  const isMine = task.agent.id === me.agent?.id;
  return (
    <li>
      <p className={styles.what}>
        <b>{isMine ? t('message.you') : task.agent.name}</b> · <TaskWhat task={task} />
      </p>
      <p className={styles.fact}>
        <TaskState task={task} />
        {open && canWithdraw && !isMine && task.kind !== 'check_up' && (
          <button
            type="button"
            className={styles.plain}
            disabled={withdrawing.isPending}
            onClick={() => withdrawing.mutate({ noun: 'withdrawal', text: '' })}
          >
            {t('tasks.withdraw')}
          </button>
        )}
      </p>
      {withdrawing.error && <ProblemNote error={withdrawing.error} />}
      {open && isMine && <AnswerForm task={task} />}
    </li>
  );
}

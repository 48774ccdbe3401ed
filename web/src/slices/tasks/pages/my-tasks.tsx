import type { Task } from '@baton/contract';
import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeys } from '../../../ui/keys/use-keys.ts';
import { moveAmong } from '../../../ui/list/move-among.ts';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { ShowMore } from '../../../ui/list/show-more.tsx';
import { Page } from '../../../ui/shell/page.tsx';
import { AnswerForm } from '../parts/answer-form.tsx';
import { TaskState, TaskWhat } from '../parts/task-words.tsx';
import styles from '../parts/tasks.module.css';
import { myTasksQuery } from '../queries.ts';

/** What you were asked to do on cases that are in other hands, the soonest first. */
export function MyTasks() {
  const { t } = useTranslation();
  const list = useInfiniteQuery(myTasksQuery('asked'));
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const place = useRef<HTMLUListElement>(null);
  const move = (by: 1 | -1) => moveAmong([...(place.current?.children ?? [])], by);
  useKeys({ next: () => move(1), previous: () => move(-1) });
  return (
    <Page title={t('tasks.mine')}>
      {list.error && <ProblemNote error={list.error} onAgain={() => void list.refetch()} />}
      {list.data && items.length === 0 && <p className={styles.none}>{t('tasks.none')}</p>}
      {items.length > 0 && (
        <ul ref={place} className={styles.list}>
          {items.map((task) => (
            <MyTask key={task.id} task={task} />
          ))}
        </ul>
      )}
      <ShowMore list={list} />
      <Ended />
    </Page>
  );
}

function MyTask({ task }: { task: Task }) {
  const { t } = useTranslation();
  return (
    <li>
      <p className={styles.what}>
        <TaskWhat task={task} />
      </p>
      <p className={styles.fact}>
        <Link to="/cases/$caseId" params={{ caseId: task.case.id }}>
          #{task.case.number} {task.case.subject}
        </Link>
        {task.asker && <span>{t('tasks.askedBy', { name: task.asker.name })}</span>}
        <TaskState task={task} />
      </p>
      {task.state === 'asked' && <AnswerForm task={task} />}
      {task.answer && <p className={styles.said}>{task.answer}</p>}
    </li>
  );
}

/** What has ended, asked for when somebody wants to see it. */
function Ended() {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const list = useInfiniteQuery({ ...myTasksQuery('ended'), enabled: open });
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <details className={styles.ended} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('tasks.ended')}</summary>
      {list.error && <ProblemNote error={list.error} onAgain={() => void list.refetch()} />}
      {list.data && items.length === 0 && <p className={styles.none}>{t('tasks.endedNone')}</p>}
      {items.length > 0 && (
        <ul className={styles.list}>
          {items.map((task) => (
            <MyTask key={task.id} task={task} />
          ))}
        </ul>
      )}
      {list.hasNextPage && (
        <Button variant="default" onClick={() => void list.fetchNextPage()}>
          {t('hands.showMore')}
        </Button>
      )}
    </details>
  );
}

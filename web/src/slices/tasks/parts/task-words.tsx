import type { Task } from '@baton/contract';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../../ui/time/now.ts';
import { When } from '../../../ui/time/when.tsx';
import styles from './tasks.module.css';

/** What is to be done; advice and check-ups say by themselves what they are. */
export function TaskWhat({ task }: { task: Task }) {
  const { t } = useTranslation();
  if (task.kind === 'check_up') return <>{t('tasks.checkUp')}</>;
  return <>{task.what ?? t('tasks.advice')}</>;
}

/** By when, and whether that has passed; or how it ended. */
export function TaskState({ task }: { task: Task }) {
  const { t } = useTranslation();
  const now = useNow();
  if (task.state !== 'asked') {
    return (
      <span>
        {t(`tasks.state.${task.state}`)} · <When at={task.endedAt ?? task.dueAt} />
      </span>
    );
  }
  const late = Date.parse(task.dueAt) <= now;
  return (
    <span className={late ? styles.late : undefined}>
      {late ? t('tasks.wasDue') : t('tasks.due')} <When at={task.dueAt} sayToday />
    </span>
  );
}

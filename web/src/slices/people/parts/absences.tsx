import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { absencesQuery } from '../absence-queries.ts';
import { AbsenceForm } from './absence-form.tsx';
import { AbsenceRow } from './absence-row.tsx';
import styles from './people.module.css';

type Props = { agentId: string; own?: boolean };

/** The absences of an agent that run or are planned, and a form for another. */
export function Absences({ agentId, own = false }: Props) {
  const { t } = useTranslation();
  const list = useQuery(absencesQuery(agentId));
  return (
    <>
      {list.error && <ProblemNote error={list.error} onAgain={() => void list.refetch()} />}
      {list.data && list.data.length === 0 && (
        <p className={styles.none}>{t(own ? 'absence.none' : 'absence.noneTheirs')}</p>
      )}
      {list.data && list.data.length > 0 && (
        <ul className={styles.list}>
          {list.data.map((item) => (
            <AbsenceRow key={item.id} item={item} own={own} />
          ))}
        </ul>
      )}
      <AbsenceForm agentId={agentId} own={own} />
    </>
  );
}

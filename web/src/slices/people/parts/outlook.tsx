import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { outlookQuery, type Wish } from '../absence-queries.ts';
import styles from './people.module.css';

type Props = { agentId: string; wish: Wish; own: boolean };

/** What will happen to the cases when the absence begins, in words. */
export function Outlook({ agentId, wish, own }: Props) {
  const { t } = useTranslation();
  const { data } = useQuery(outlookQuery(agentId, wish));
  if (!data) return null;
  const toTeam = data.cases - data.toCover - data.stay;
  const lines = !data.moves
    ? [t(own ? 'absence.short' : 'absence.shortTheirs')]
    : data.cases === 0
      ? [t('absence.noCases')]
      : [
          data.toCover > 0 && t('absence.toCover', { count: data.toCover }),
          toTeam > 0 && t('absence.toTeam', { count: toTeam }),
          data.stay > 0 && t('absence.stay', { count: data.stay }),
          data.toCover + toTeam > 0 && t('absence.offered'),
        ];
  return (
    <div className={styles.outlook} role="status">
      {lines.map((line) => line && <p key={line}>{line}</p>)}
    </div>
  );
}

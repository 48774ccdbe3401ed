import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ListTable } from '../../../ui/list/list-table.tsx';
import { Page } from '../../../ui/shell/page.tsx';
import { When } from '../../../ui/time/when.tsx';
import styles from '../parts/lookout.module.css';
import { accountabilityQuery } from '../queries.ts';

/** What ran out at the top, where nobody is left to pass on to, and who answers for it. */
export function Lapses() {
  const { t } = useTranslation();
  const list = useInfiniteQuery(accountabilityQuery);
  const entries = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page title={t('lookout.lapses')} back="/pyramid">
      <p className={styles.ways}>{t('lookout.lapsesWhat')}</p>
      <ListTable
        list={list}
        heads={[
          t('lookout.whenLapsed'),
          t('lookout.case'),
          t('lookout.heldBy'),
          t('lookout.answers'),
        ]}
        none={t('lookout.lapsesNone')}
      >
        {entries.map(({ case: one, owner, answerable, lapsedAt }) => (
          <tr key={`${one.id} ${lapsedAt}`}>
            <td>
              <When at={lapsedAt} sayToday />
            </td>
            <td>
              <Link
                to="/cases/$caseId"
                params={{ caseId: one.id }}
                state={{ list: '/pyramid/lapses' }}
              >
                #{one.number} {one.subject || t('case.noSubject')}
              </Link>
            </td>
            <td>{owner.name}</td>
            <td>{answerable.name}</td>
          </tr>
        ))}
      </ListTable>
    </Page>
  );
}

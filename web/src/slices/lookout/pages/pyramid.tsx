import type { Pyramid } from '@baton/contract';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useKeys } from '../../../ui/keys/use-keys.ts';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { Page } from '../../../ui/shell/page.tsx';
import { When } from '../../../ui/time/when.tsx';
import { meQuery } from '../../access/queries.ts';
import { moveFocus } from '../../cases/parts/hands/move-focus.ts';
import { Level } from '../parts/level.tsx';
import { PressedTeams } from '../parts/pressed-teams.tsx';
import { foldsTeams, pressedTeams } from '../pressed.ts';
import styles from '../parts/lookout.module.css';
import { pyramidQuery } from '../queries.ts';

/** Who holds what, from the top down to the front line, as it is now. */
export function PyramidNow() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(pyramidQuery);
  const { data: me } = useSuspenseQuery(meQuery);
  useKeys({ next: () => moveFocus(1), previous: () => moveFocus(-1) });
  const folds = data !== undefined && foldsTeams(data);
  const most = Math.max(0, ...(data?.levels ?? []).flatMap(({ teams }) => teams.map(openOf)));
  return (
    <Page title={t('lookout.title')}>
      {error && <ProblemNote error={error} onAgain={() => void refetch()} />}
      {data && <Sum pyramid={data} />}
      {folds && <PressedTeams teams={pressedTeams(data)} />}
      {data?.levels.toReversed().map((level, place) => (
        <Level
          key={level.id}
          level={level}
          isTop={place === 0}
          most={folds ? most : null}
          me={me.agent?.id ?? null}
        />
      ))}
    </Page>
  );
}

const openOf = ({ open }: { open: number }) => open;

/** The whole in one line; every number in words. */
function Sum({ pyramid: { open, hands, dueSoon, lapsed, lastAtTop } }: { pyramid: Pyramid }) {
  const { t } = useTranslation();
  return (
    <p className={styles.sum}>
      <span>{t('lookout.open', { count: open })}</span>
      <span>{t('lookout.holders', { count: hands })}</span>
      <span data-tone={dueSoon > 0 ? 'warn' : undefined}>
        {t('lookout.dueSoon', { count: dueSoon })}
      </span>
      {lapsed > 0 && <span>{t('lookout.lapsed', { count: lapsed })}</span>}
      {lastAtTop ? (
        <Link to="/pyramid/lapses">
          {t('lookout.lastAtTop')} <When at={lastAtTop} sayToday />
        </Link>
      ) : (
        <span>{t('lookout.noneAtTop')}</span>
      )}
    </p>
  );
}

import type { Case } from '@baton/contract';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { On } from '../../doing.ts';
import { News } from '../composer/news.tsx';
import { useActing } from '../composer/use-acting.ts';
import styles from './people.module.css';

type Props = {
  item: Case;
  name: string;
  /** What is asked before it is done; without it, it is done at once. */
  sure?: string;
  /** Seldom needed: it stays in the background. */
  quiet?: boolean;
  act: (on: On) => Promise<void>;
  onDone?: () => void;
};

/** One thing that can be done to a case, by one press or, where it asks, by two. */
export function ActButton({ item, name, sure, quiet = false, act, onDone }: Props) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState(false);
  const { acting, news } = useActing(item, act, () => {
    setAsked(false);
    onDone?.();
  });
  const isAsking = asked && sure !== undefined;
  return (
    <span className={styles.act}>
      {isAsking && <span className={styles.sure}>{sure}</span>}
      <Button
        variant={isAsking ? 'filled' : 'default'}
        {...(quiet && !isAsking ? { className: styles.quiet } : {})}
        size="xs"
        loading={acting.isPending}
        onClick={() => (sure !== undefined && !asked ? setAsked(true) : acting.mutate())}
      >
        {name}
      </Button>
      {isAsking && (
        <Button variant="subtle" size="xs" onClick={() => setAsked(false)}>
          {t('shell.cancel')}
        </Button>
      )}
      {acting.error && <News error={acting.error} news={news} />}
    </span>
  );
}

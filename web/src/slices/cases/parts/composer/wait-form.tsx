import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../../../../api/server-time.ts';
import { instantOfWall, wallText } from '../../../../ui/time/zone.ts';
import { useViewer } from '../../../../ui/viewer.tsx';
import { waitForCustomer } from '../../doing.ts';
import styles from './composer.module.css';
import { morningIn } from './days.ts';
import type { PanelProps } from './modes.ts';
import { News } from './news.tsx';
import { useActing } from './use-acting.ts';

/** Waiting for the customer, until an instant at the latest; the clock stands still till then. */
export function WaitForm({ item, onDone }: PanelProps) {
  const { t } = useTranslation();
  const { zone } = useViewer();
  const [until, setUntil] = useState(() => morningIn(3, zone));
  const instant = instantOfWall(until, zone);
  const { acting, news } = useActing(
    item,
    (on) => waitForCustomer(on, new Date(instant!).toISOString()),
    onDone,
  );
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (instant !== null && !acting.isPending) acting.mutate();
      }}
    >
      <p className={styles.hint}>{t('composer.waitHint')}</p>
      <div className={styles.fields}>
        <TextInput
          type="datetime-local"
          label={t('composer.waitUntil')}
          description={zone}
          value={until}
          min={wallText(serverNow(), zone)}
          required
          withAsterisk={false}
          data-autofocus
          onChange={(event) => setUntil(event.currentTarget.value)}
        />
        <div className={styles.choices}>
          {[1, 3, 7].map((count) => (
            <Button key={count} variant="default" onClick={() => setUntil(morningIn(count, zone))}>
              {t('composer.inDays', { count })}
            </Button>
          ))}
        </div>
      </div>
      {acting.error && <News error={acting.error} news={news} />}
      <footer className={styles.foot}>
        <span className={styles.state} />
        <Button type="submit" disabled={instant === null} loading={acting.isPending}>
          {t('composer.wait')}
        </Button>
      </footer>
    </form>
  );
}

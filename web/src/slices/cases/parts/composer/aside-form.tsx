import { reasonsAside } from '@baton/contract';
import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { setAside } from '../../doing.ts';
import styles from './composer.module.css';
import type { PanelProps } from './modes.ts';
import { News } from './news.tsx';
import { useActing } from './use-acting.ts';

/** Setting aside what is not a request; it can be put back. */
export function AsideForm({ item, onDone }: PanelProps) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState('');
  const reason = reasonsAside.find((one) => one === chosen);
  const { acting, news } = useActing(item, (on) => setAside(on, reason!), onDone);
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (reason && !acting.isPending) acting.mutate();
      }}
    >
      <p className={styles.hint}>{t('composer.asideHint')}</p>
      <NativeSelect
        className={styles.field}
        label={t('composer.reason')}
        data-autofocus
        value={chosen}
        onChange={(event) => setChosen(event.currentTarget.value)}
        data={[
          { value: '', label: t('composer.chooseReason') },
          ...reasonsAside.map((value) => ({ value, label: t(`reason.${value}`) })),
        ]}
      />
      {acting.error && <News error={acting.error} news={news} />}
      <footer className={styles.foot}>
        <span className={styles.state} />
        <Button type="submit" disabled={!reason} loading={acting.isPending}>
          {t('composer.setAside')}
        </Button>
      </footer>
    </form>
  );
}

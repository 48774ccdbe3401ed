import type { Me } from '@baton/contract';
import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { MoreIcon } from '../../../ui/shell/icons.tsx';
import styles from './navigation.module.css';

type Props = { who: Me } & ComponentProps<'button'>;

/**
 * One's own name, which opens the menu; on a narrow screen "More", because other places stand in it,
 * too. The menu gives it what it needs for that.
 */
export function PersonButton({ who, ...given }: Props) {
  const { t } = useTranslation();
  return (
    <button type="button" {...given} className={styles.person}>
      <span className={styles.icon}>
        <MoreIcon />
      </span>
      <span className={styles.name}>
        <span className={styles.wide}>{who.name}</span>
        <span className={styles.narrow}>{t('nav.more')}</span>
      </span>
    </button>
  );
}

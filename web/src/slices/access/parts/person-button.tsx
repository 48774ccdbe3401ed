import type { Me } from '@baton/contract';
import type { ComponentProps } from 'react';
import { PersonIcon } from '../../../ui/shell/icons.tsx';
import styles from './navigation.module.css';

type Props = { who: Me } & ComponentProps<'button'>;

/** One's own name, which opens the menu; the menu gives it what it needs for that. */
export function PersonButton({ who, ...given }: Props) {
  return (
    <button type="button" {...given} className={styles.person}>
      <span className={styles.icon}>
        <PersonIcon />
      </span>
      <span className={styles.name}>{who.name}</span>
    </button>
  );
}

import { Button } from '@mantine/core';
import type { AriaAttributes, ReactNode, Ref } from 'react';
import { PencilIcon } from '../../../ui/shell/icons.tsx';
import styles from './quiet.module.css';

type Props = { ref?: Ref<HTMLButtonElement>; onClick: () => void };

/** Changes what it stands beside, at the end of its line; `name` says what that is. */
export function ChangeButton({ ref, name, onClick }: Props & { name: string }) {
  return (
    <button
      ref={ref}
      type="button"
      className={styles.change}
      title={name}
      aria-label={name}
      onClick={onClick}
    >
      <PencilIcon />
    </button>
  );
}

type QuietProps = Props &
  Pick<AriaAttributes, 'aria-expanded' | 'aria-label'> & { loading?: boolean; children: ReactNode };

/** Something else that can be done here, in words that begin where the text above them begins. */
export function QuietButton(props: QuietProps) {
  return (
    <Button size="compact-sm" variant="transparent" className={styles.quiet ?? ''} {...props} />
  );
}

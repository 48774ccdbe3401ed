import { Button } from '@mantine/core';
import { useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useEscape } from '../../../ui/keys/use-escape.ts';
import { useSendByKey } from '../../../ui/keys/use-send-by-key.ts';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { goThen } from '../../../ui/unsaved/unsaved.ts';
import { SureButton } from '../../../ui/sure-button.tsx';
import styles from './customer.module.css';

type Props = {
  /** What is done when it is sent. */
  acting: { isPending: boolean; error: unknown; mutate: () => void };
  submit: string;
  /** Whether it stands in little room, at the side. */
  small?: boolean;
  /** Takes away what is changed here; it is asked once whether one is sure. */
  removing?: { isPending: boolean; error: unknown; mutate: () => void };
  /** What else can be done with it. */
  more?: ReactNode;
  onDone: () => void;
  children: ReactNode;
};

/**
 * A form for one act: sends once, keeps what was typed when it is refused, goes away by Escape. Its
 * button is never grey: what is missing or cannot be is said by the field itself, which gets the focus.
 */
export function ActForm(props: Props) {
  const { acting, submit, small, removing, more, onDone, children } = props;
  const { t } = useTranslation();
  const form = useRef<HTMLFormElement>(null);
  const size = small ? 'compact-sm' : 'sm';
  useSendByKey(form);
  useEscape(form, () => goThen(onDone, form.current));
  return (
    <form
      ref={form}
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!acting.isPending) acting.mutate();
      }}
    >
      {children}
      {Boolean(removing?.error) && <ProblemNote error={removing?.error} />}
      {Boolean(acting.error) && <ProblemNote error={acting.error} kept={t('composer.kept')} />}
      <footer>
        <Button type="submit" size={size} loading={acting.isPending}>
          {submit}
        </Button>
        <Button variant="default" size={size} onClick={onDone}>
          {t('shell.cancel')}
        </Button>
        {more}
        {removing && (
          <SureButton
            small
            name={t('customers.remove')}
            sure={t('customers.removeSure')}
            loading={removing.isPending}
            onSure={() => removing.mutate()}
          />
        )}
      </footer>
    </form>
  );
}

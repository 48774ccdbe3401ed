import type { Case } from '@baton/contract';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { KeyCap } from '../../../ui/keys/key-cap.tsx';
import { useNamedKeys } from '../../../ui/keys/use-named-keys.ts';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { itWasThanks, putBack, reopen, resume, type On } from '../doing.ts';
import type { Can } from './can.ts';
import type { Mode } from './composer/modes.ts';
import { useActing } from './composer/use-acting.ts';
import { MoreMenu } from './more-menu.tsx';
import styles from './case.module.css';

type Props = { item: Case; can: Can; mode: Mode; onMode: (mode: Mode) => void };

/** The ways out, largest first: solve, pass up; then what can be done meanwhile. */
export function Actions({ item, can, mode, onMode }: Props) {
  const { t } = useTranslation();
  return (
    <div className={styles.actions}>
      <Large can={can} mode={mode} onMode={onMode} />
      {can.wait && (
        <Button variant="default" aria-pressed={mode === 'wait'} onClick={() => onMode('wait')}>
          {t('case.wait')} <KeyCap of="wait" />
        </Button>
      )}
      {can.thanks && <Thanks item={item} />}
      {can.resume && <AtOnce item={item} act={resume} name={t('case.resume')} />}
      {can.reopen && <AtOnce item={item} act={reopen} name={t('case.reopen')} />}
      {can.putBack && <AtOnce item={item} act={putBack} name={t('case.putBack')} />}
      <MoreMenu item={item} can={can} onMode={onMode} />
    </div>
  );
}

/**
 * The two large ones. On a phone they lie over the bottom of the page, in reach wherever one reads;
 * not while a form is open, which has a button of its own.
 */
function Large({ can, mode, onMode }: Omit<Props, 'item'>) {
  const { t } = useTranslation();
  if (!can.solve && !can.passUp) return null;
  const isWriting = mode === 'reply' || mode === 'note';
  return (
    <div className={`${styles.large} ${isWriting ? '' : styles.away}`}>
      {can.solve && (
        <Button size="md" aria-pressed={mode === 'solve'} onClick={() => onMode('solve')}>
          {t('case.solve')} <KeyCap of="solve" />
        </Button>
      )}
      {can.passUp && (
        <Button
          size="md"
          variant="default"
          aria-pressed={mode === 'up'}
          onClick={() => onMode('up')}
        >
          {t('case.passUp')} <KeyCap of="passUp" />
        </Button>
      )}
    </div>
  );
}

/** What opened the case again was only thanks: with one key it is solved as before. */
function Thanks({ item }: { item: Case }) {
  const { t } = useTranslation();
  const { acting } = useActing(item, itWasThanks, () => undefined);
  const run = () => acting.mutate();
  useNamedKeys({ thanks: { name: t('ending.thanks'), run } });
  return (
    <>
      <Button
        size="md"
        variant="light"
        title={t('ending.thanksWhat')}
        loading={acting.isPending}
        onClick={() => acting.mutate()}
      >
        {t('ending.thanks')} <KeyCap of="thanks" />
      </Button>
      {acting.error && <ProblemNote error={acting.error} />}
    </>
  );
}

type AtOnceProps = { item: Case; act: (on: On) => Promise<void>; name: string };

/** Something that needs no words. */
function AtOnce({ item, act, name }: AtOnceProps) {
  const { acting } = useActing(item, act, () => undefined);
  useNamedKeys({ takeUp: { name, run: () => acting.mutate() } });
  return (
    <>
      <Button variant="default" loading={acting.isPending} onClick={() => acting.mutate()}>
        {name} <KeyCap of="takeUp" />
      </Button>
      {acting.error && <ProblemNote error={acting.error} />}
    </>
  );
}

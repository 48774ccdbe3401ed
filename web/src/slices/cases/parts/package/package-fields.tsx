import type { Case, HandoverDirection } from '@baton/contract';
import { NativeSelect } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from '../composer/composer.module.css';
import { MarkParts } from './mark-parts.tsx';
import { useReasonChoices } from './use-reasons.ts';

/** What goes along with a case, while it is being chosen. */
export function usePackage() {
  const [reason, setReason] = useState('');
  const [marked, setMarked] = useState<string[]>([]);
  return { reason, setReason, marked, setMarked };
}

type Props = {
  direction: HandoverDirection;
  pack: ReturnType<typeof usePackage>;
  children?: ReactNode;
};

/** Why a case is handed over, and to whom; the summary comes right after it. */
export function PackageFields({ direction, pack, children }: Props) {
  const { t } = useTranslation();
  const reasons = useReasonChoices(direction);
  return (
    <div className={styles.fields}>
      <NativeSelect
        label={t('composer.reason')}
        value={pack.reason}
        onChange={(event) => pack.setReason(event.currentTarget.value)}
        data={[{ value: '', label: t('composer.chooseReason') }, ...reasons]}
      />
      {children}
    </div>
  );
}

/** Which parts are to be seen first; below the summary, where the keyboard comes to it last. */
export function markBelow(item: Case, pack: Props['pack']) {
  return () => <MarkParts caseId={item.id} marked={pack.marked} onChange={pack.setMarked} />;
}

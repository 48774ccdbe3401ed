import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { printReceipt } from '../queries.ts';
import styles from './receipt.module.css';

/** The receipt on paper, for whoever has no mail: only it is printed, and nothing of the desk. */
export function PrintReceipt({ id }: { id: string }) {
  const { t } = useTranslation();
  const printing = useMutation({ mutationFn: () => printReceipt(id) });
  const receipt = printing.data;
  useEffect(() => {
    if (receipt) window.print();
  }, [receipt]);
  return (
    <div>
      <Button variant="default" loading={printing.isPending} onClick={() => printing.mutate()}>
        {t('intake.printReceipt')}
      </Button>
      {printing.error && <ProblemNote error={printing.error} />}
      {receipt &&
        createPortal(
          <article className={styles.receipt} lang={receipt.language}>
            <h1>
              {receipt.brand} · {receipt.number}
            </h1>
            <div className="written">{receipt.text}</div>
          </article>,
          document.body,
        )}
    </div>
  );
}

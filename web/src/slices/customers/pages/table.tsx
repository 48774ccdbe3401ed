import { customerColumns, csv } from '@baton/contract';
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useBlocker } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { fetchFile } from '../../../api/client.ts';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { Page } from '../../../ui/shell/page.tsx';
import { Drop } from '../table/drop.tsx';
import { Outcome } from '../table/outcome.tsx';
import { saveAs } from '../table/save-as.ts';
import styles from '../table/table.module.css';
import { useImport } from '../table/use-import.ts';

/** Customers as a table: taken over from a file, and written into one. */
export function CustomerTablePage() {
  const { t } = useTranslation();
  const { run, fault, busy, look, keep, goOn, drop } = useImport();
  const keeping = run !== null && run.busy && !run.dryRun;
  useBlocker({
    shouldBlockFn: () => !window.confirm(t('customerTable.leaveAsk')),
    enableBeforeUnload: keeping,
    disabled: !keeping,
  });
  return (
    <Page title={t('customerTable.title')} back="/customers">
      <div className={styles.page}>
        {!run && <Export />}
        <section>
          <h2>{t('customerTable.import')}</h2>
          {!run && <Columns />}
          {!busy && (!run || run.dryRun) && <Drop onFile={(file) => void look(file)} />}
          {fault && (
            <p role="alert" className={styles.fault}>
              {'column' in fault
                ? t(`customerTable.fault.${fault.kind}`, { column: fault.column })
                : t(`customerTable.fault.${fault.kind}`)}
            </p>
          )}
        </section>
        {run && (
          <Outcome
            run={run}
            onKeep={() => void keep()}
            onGoOn={() => void goOn()}
            onAnother={drop}
          />
        )}
      </div>
    </Page>
  );
}

/** All customers as a file; who one is, is asked before. */
function Export() {
  const { t } = useTranslation();
  const fetching = useMutation({
    mutationFn: () => fetchFile('/api/customers.csv'),
    onSuccess: (content) => saveAs('customers.csv', content),
  });
  return (
    <section>
      <h2>{t('customerTable.export')}</h2>
      <p className={styles.quiet}>{t('customerTable.exportWhat')}</p>
      <Button variant="default" loading={fetching.isPending} onClick={() => fetching.mutate()}>
        {t('customerTable.exportDo')}
      </Button>
      {fetching.error && <ProblemNote error={fetching.error} />}
    </section>
  );
}

/** What a table may hold, and an empty one to begin with. */
function Columns() {
  const { t } = useTranslation();
  const empty = `data:text/csv;charset=utf-8,${encodeURIComponent(csv(customerColumns, []))}`;
  return (
    <>
      <p className={styles.quiet}>{t('customerTable.how')}</p>
      <details className={styles.columns}>
        <summary>{t('customerTable.columns')}</summary>
        <p>
          {customerColumns.map((column) => (
            <code key={column}>{column}</code>
          ))}
        </p>
        <p>{t('customerTable.columnsHow')}</p>
        <a href={empty} download="customers.csv">
          {t('customerTable.empty')}
        </a>
      </details>
    </>
  );
}

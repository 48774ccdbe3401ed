import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Changed } from '../parts/changed.tsx';
import type { Line } from './cut.ts';
import styles from './table.module.css';
import { whyRefused } from './why.ts';

const atOnce = 100;

/** The rows of a table with what came, or would come, of each. */
export function Lines({ lines, dryRun }: { lines: Line[]; dryRun: boolean }) {
  const { t } = useTranslation();
  const [most, setMost] = useState(atOnce);
  if (lines.length === 0) return null;
  return (
    <>
      <div className={styles.frame}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('customerTable.line')}</th>
              <th scope="col">{t('customers.name')}</th>
              <th scope="col">{t(dryRun ? 'customerTable.whatWould' : 'customerTable.whatDid')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.slice(0, most).map((line) => (
              <tr key={line.line} data-refused={line.outcome === 'refused' || undefined}>
                <td className="figures">{line.line}</td>
                <th scope="row">
                  <Name line={line} />
                </th>
                <td>
                  <What line={line} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {lines.length > most && (
        <Button variant="default" onClick={() => setMost(most + atOnce)}>
          {t('hands.showMore')}
        </Button>
      )}
    </>
  );
}

function Name({ line }: { line: Line }) {
  if (line.outcome === 'refused' || line.customer === null) return line.name;
  return (
    <Link to="/customers/$customerId" params={{ customerId: line.customer }}>
      {line.name}
    </Link>
  );
}

function What({ line }: { line: Line }) {
  const { t } = useTranslation();
  if (line.outcome === 'refused') return whyRefused(t, line);
  if (line.outcome !== 'changed') return t(`customerTable.outcome.${line.outcome}`);
  return line.changes.map((change) => (
    <Changed key={`${change.field} ${change.from} ${change.to}`} change={change} />
  ));
}

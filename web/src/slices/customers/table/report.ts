import { csv } from '@baton/contract';
import type { TFunction } from 'i18next';
import type { Line } from './cut.ts';
import { whyRefused } from './why.ts';

/** What came of each row, as a table to keep beside the one that was sent. */
export function reportOf(t: TFunction, lines: Line[], dryRun: boolean): Blob {
  const heading = [
    t('customerTable.line'),
    t('customers.name'),
    t(dryRun ? 'customerTable.whatWould' : 'customerTable.whatDid'),
    t('customerTable.column'),
    t('customerTable.about'),
  ];
  const rows = lines.map((line) => [
    line.line,
    line.name,
    t(`customerTable.outcome.${line.outcome}`),
    line.outcome === 'refused' ? (line.column ?? '') : '',
    line.outcome === 'refused' ? whyRefused(t, line) : changesOf(line.changes),
  ]);
  return new Blob([csv(heading, rows)], { type: 'text/csv;charset=utf-8' });
}

type Changes = Extract<Line, { outcome: 'changed' | 'made' | 'same' }>['changes'];

function changesOf(changes: Changes): string {
  return changes
    .map(({ field, from, to }) => `${field}: ${[from, to].map((one) => one ?? '–').join(' → ')}`)
    .join('; ');
}

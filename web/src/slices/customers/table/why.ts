import { customerColumns } from '@baton/contract';
import type { TFunction } from 'i18next';
import type { Line } from './cut.ts';

type Refused = Extract<Line, { outcome: 'refused' }>;

/** Why a row was left out: by which column, what stood there, and what is wrong with it. */
export function whyRefused(t: TFunction, { code, column, value }: Refused): string {
  const known = customerColumns.find((one) => one === column);
  if (code === 'wrong_status') return t('customerTable.why.merged');
  const why = (() => {
    if (code === 'already_exists') return t('customerTable.why.taken');
    return known ? t(`customerTable.why.${known}`) : t('customerTable.why.other');
  })();
  if (!known) return why;
  return value === ''
    ? t('customerTable.columnEmpty', { column: known, why })
    : t('customerTable.columnHolds', { column: known, value, why });
}

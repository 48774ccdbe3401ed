import type { CustomerValue } from '@baton/contract';
import { localeOf } from '../../ui/time/format.ts';

/** An amount in hundredths of a currency, as the language writes it; whole where it is. */
export function money(cents: number, currency: string, language: string): string {
  const digits = cents % 100 === 0 ? 0 : 2;
  return new Intl.NumberFormat(localeOf(language), {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(cents / 100);
}

/** What was typed as an amount, in hundredths; null where it is none. */
export function centsOf(typed: string): number | null {
  const plain = typed
    .trim()
    .replaceAll(/[\s'’]/g, '')
    .replace(',', '.');
  if (!/^\d{1,11}(\.\d{1,2})?$/.test(plain)) return null;
  return Math.round(Number(plain) * 100);
}

export function amountOf(value: CustomerValue | null): string {
  if (!value) return '';
  const { amountCents: cents } = value;
  return cents % 100 === 0 ? String(cents / 100) : (cents / 100).toFixed(2);
}

import { contactWays, languages } from '@baton/contract';
import type { TFunction } from 'i18next';
import { languageName, wholeDay } from '../../../ui/time/format.ts';
import type { Viewer } from '../../../ui/viewer.tsx';
import { money } from '../money.ts';

/** An amount as the log of changes keeps it: `100.00 EUR/month (CRM, 2026-01-31)`. */
const value = /^(\d+\.\d\d) ([A-Z]{3})\/(year|month) \((.*), (\d{4}-\d\d-\d\d)\)$/s;

/** What a field of a record was or became, for reading: codes become words, days those of the reader. */
export function changeWords(t: TFunction, viewer: Viewer, field: string, text: string): string {
  switch (field) {
    case 'language':
      return languages.some((one) => one === text) ? languageName(text, viewer) : text;
    case 'preferredWay': {
      const way = contactWays.find((one) => one === text);
      return way ? t(`customers.way.${way}`) : text;
    }
    case 'zone':
      return text.replaceAll('_', ' ');
    case 'review':
    case 'reviewOn':
      return /^\d{4}-\d\d-\d\d$/.test(text) ? wholeDay(text, viewer) : text;
    case 'value':
      return valueWords(t, viewer, text);
    default:
      return text;
  }
}

function valueWords(t: TFunction, viewer: Viewer, text: string): string {
  const [, amount, currency, per, source, day] = value.exec(text) ?? [];
  if (!amount) return text;
  const written = money(Math.round(Number(amount) * 100), currency!, viewer.language);
  const often = t(per === 'month' ? 'customers.aMonth' : 'customers.aYear', { amount: written });
  return `${often} (${t('customers.sourceOf', { source, day: wholeDay(day!, viewer) })})`;
}

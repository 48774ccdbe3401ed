import type { Db } from '../../platform/context.ts';
import { csv, csvRows, customerColumns } from '@baton/contract';
import { joined } from './rules/table.ts';
import { type CustomerRow, listCustomers } from './store/customers.ts';

/** Read and sent in parts. */
const rowsAtOnce = 200;

/**
 * All customers as a table for spreadsheets, the latest first; numbers that are masked are not in
 * it. `onShown` is told of each part before it is sent.
 */
export async function* customersCsv(
  db: Db,
  onShown: (ids: string[]) => Promise<void>,
): AsyncGenerator<string> {
  yield csv(customerColumns, []);
  let after: readonly [string, string] | undefined;
  do {
    const rows = await listCustomers(db, { limit: rowsAtOnce, after }, null);
    const shown = rows.slice(0, rowsAtOnce);
    await onShown(shown.map(({ id }) => id));
    yield csvRows(shown.map(lineOf));
    const last = rows.length > rowsAtOnce ? shown.at(-1) : undefined;
    after = last && [last.created_at.toISOString(), last.id];
  } while (after);
}

function lineOf(row: CustomerRow): string[] {
  const of = (kind: string) =>
    joined(row.identities.filter((one) => one.kind === kind).map(({ shown }) => shown));
  const texts = [
    ...[row.id, row.name, row.spelling, row.form_of_address, row.preferred_way, row.style],
    ...[row.language, row.zone, row.organisation?.name, row.tier?.name],
    ...[
      amountOf(row.value_cents),
      row.value_currency,
      row.value_per,
      row.value_source,
      row.value_on,
    ],
  ];
  return [...texts.map((text) => text ?? ''), of('mail'), of('phone'), of('handle')];
}

function amountOf(cents: number | null): string | null {
  return cents === null ? null : (cents / 100).toFixed(2);
}

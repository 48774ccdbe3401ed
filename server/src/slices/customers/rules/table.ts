import { customerColumns, type CustomerColumn } from '@baton/contract';

/** A row of such a table: what its columns hold; a column that the table has not is not there. */
export type TableRow = Partial<Record<CustomerColumn, string>>;

/**
 * The rows of a table by its heading.
 * @returns the name of the first column that is unknown or doubled instead, where there is one
 */
export function tableOf(cells: string[][]): TableRow[] | { wrong: string } {
  const [heading = [], ...rest] = cells;
  const names = heading.map((name) =>
    customerColumns.find((one) => one === name.trim().toLowerCase()),
  );
  const wrong = names.findIndex((name, place) => !name || names.indexOf(name) !== place);
  if (wrong !== -1) return { wrong: heading[wrong]! };
  return rest.map((row) =>
    Object.fromEntries(names.map((name, place) => [name!, row[place] ?? ''])),
  );
}

/** Several addresses in one cell stand one after the other with this between. */
const between = ' | ';

export const joined = (values: string[]) => values.join(between);

const identityKinds = ['mail', 'phone', 'handle'] as const;
const texts = {
  name: 'name',
  spelling: 'spelling',
  form_of_address: 'formOfAddress',
  preferred_way: 'preferredWay',
  style: 'style',
  language: 'language',
  zone: 'zone',
} as const;

const valueColumns = {
  amountCents: 'value_amount',
  per: 'value_per',
  currency: 'value_currency',
  source: 'value_source',
  on: 'value_on',
} as const;

/** Addresses, numbers and handles of a row, in their order. */
function identitiesIn(row: TableRow) {
  return identityKinds.flatMap((kind) =>
    (row[kind] ?? '')
      .split('|')
      .map((value) => value.trim())
      .filter((value) => value !== '')
      .map((value) => ({ kind, value })),
  );
}

/**
 * The column from which a field of the API came.
 * @param path as a refusal names it, for example `identities.1.value`
 */
export function columnOf(path: string, row: TableRow): CustomerColumn | null {
  const [field = '', part = ''] = path.split('.');
  if (field === 'identities') return identitiesIn(row)[Number(part)]?.kind ?? null;
  if (field === 'value') return valueColumns[part as keyof typeof valueColumns] ?? 'value_amount';
  const text = Object.entries(texts).find(([, name]) => name === field);
  return (
    (text?.[0] as CustomerColumn | undefined) ??
    customerColumns.find((one) => one === field) ??
    null
  );
}

/**
 * A row as it would be asked of the API, not checked yet: empty cells are null, and columns that
 * the table has not are left out. Organisation and tier stand in it by their names.
 */
export function wishOf(row: TableRow): Record<string, unknown> {
  const wish: Record<string, unknown> = {};
  for (const [column, field] of Object.entries(texts)) {
    const cell = row[column as CustomerColumn];
    if (cell !== undefined) wish[field] = cell === '' && field !== 'name' ? null : cell;
  }
  if (row.value_amount !== undefined) wish['value'] = valueOf(row);
  if (identityKinds.some((kind) => row[kind] !== undefined)) {
    wish['identities'] = identitiesIn(row);
  }
  return wish;
}

function valueOf(row: TableRow) {
  const amount = row.value_amount!;
  if (amount === '') return null;
  const whole = /^\d{1,12}([.,]\d{1,2})?$/.test(amount);
  return {
    // What is no amount stays what it is, so that it is refused where it stands.
    amountCents: whole ? Math.round(Number(amount.replace(',', '.')) * 100) : amount,
    per: row.value_per || 'year',
    currency: row.value_currency?.toUpperCase(),
    source: row.value_source,
    on: row.value_on,
  };
}

/** The columns of a table of customers, as it is written and as it is read. */
export const columns = [
  ...(['id', 'name', 'spelling', 'form_of_address', 'preferred_way', 'style'] as const),
  ...(['language', 'zone', 'organisation', 'tier', 'value_amount', 'value_currency'] as const),
  ...(['value_per', 'value_source', 'value_on', 'mail', 'phone', 'handle'] as const),
];
export type Column = (typeof columns)[number];

/** A row of such a table: what its columns hold; a column that the table has not is not there. */
export type TableRow = Partial<Record<Column, string>>;

/**
 * The rows of a table by its heading.
 * @returns the name of the first column that is unknown or doubled instead, where there is one
 */
export function tableOf(cells: string[][]): TableRow[] | { wrong: string } {
  const [heading = [], ...rest] = cells;
  const names = heading.map((name) => columns.find((one) => one === name.trim().toLowerCase()));
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

/**
 * A row as it would be asked of the API, not checked yet: empty cells are null, and columns that
 * the table has not are left out. Organisation and tier stand in it by their names.
 */
export function wishOf(row: TableRow): Record<string, unknown> {
  const wish: Record<string, unknown> = {};
  for (const [column, field] of Object.entries(texts)) {
    const cell = row[column as Column];
    if (cell !== undefined) wish[field] = cell === '' && field !== 'name' ? null : cell;
  }
  if (row.value_amount !== undefined) wish['value'] = valueOf(row);
  if (identityKinds.some((kind) => row[kind] !== undefined)) {
    wish['identities'] = identityKinds.flatMap((kind) =>
      (row[kind] ?? '')
        .split('|')
        .map((value) => value.trim())
        .filter((value) => value !== '')
        .map((value) => ({ kind, value })),
    );
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

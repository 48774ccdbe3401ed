import { customerColumns, type CsvRow, type CustomerImport, readCsv } from '@baton/contract';
import { newKey } from '../../../api/new-key.ts';

/** So much of a table is sent at once: what is under way is seen, and no part is too large. */
const rowsAtOnce = 200;
const signsAtOnce = 250_000;

/** A part of a table: its rows under the heading of the whole. */
export type Part = {
  csv: string;
  rows: CsvRow[];
  /** A repetition of the same part has one effect. */
  key: string;
};
export type Table = { columns: string[]; rows: number; parts: Part[] };

/** Cuts a table into parts, each a table of its own. */
export function cutTable(text: string): Table {
  const [heading, ...rows] = readCsv(text);
  if (!heading) return { columns: [], rows: 0, parts: [] };
  const parts: CsvRow[][] = [];
  let signs = 0;
  for (const row of rows) {
    const last = parts.at(-1);
    signs += row.source.length;
    if (last && last.length < rowsAtOnce && signs <= signsAtOnce) last.push(row);
    else {
      parts.push([row]);
      signs = row.source.length;
    }
  }
  return {
    columns: heading.cells.map((cell) => cell.trim().toLowerCase()),
    rows: rows.length,
    parts: parts.map((part) => ({
      csv: [heading, ...part].map(({ source }) => source).join('\n'),
      rows: part,
      key: newKey(),
    })),
  };
}

/** What keeps a table from being read: nothing in it, or a column that is not known or doubled. */
export type TableFault = { kind: 'empty' } | { kind: 'unknown' | 'twice'; column: string };

export function faultOf({ columns, rows }: Pick<Table, 'columns' | 'rows'>): TableFault | null {
  if (rows === 0) return { kind: 'empty' };
  const known: readonly string[] = customerColumns;
  const unknown = columns.find((one) => !known.includes(one));
  if (unknown !== undefined) return { kind: 'unknown', column: unknown };
  const twice = columns.find((one, place) => columns.indexOf(one) !== place);
  return twice === undefined ? null : { kind: 'twice', column: twice };
}

/** What became, or would become, of one row of the file. */
export type Line = { line: number; name: string } & (
  | Pick<CustomerImport['rows'][number], 'outcome' | 'customer' | 'changes'>
  | { outcome: 'refused'; code: string; column: string | null; value: string }
);
export const outcomes = ['made', 'changed', 'same', 'refused'] as const;

/** The rows of a part by what came of them, in the order of the file. */
export function linesOf({ columns }: Table, { rows }: Part, answer: CustomerImport): Line[] {
  // The heading is row 1 of each part.
  const rowOf = (row: number) => rows[row - 2]!;
  const cell = (row: number, column: string | null) =>
    (column === null ? '' : rowOf(row).cells[columns.indexOf(column)]) ?? '';
  const lines: Line[] = [
    ...answer.rows.map(({ row, name, outcome, customer, changes }) => ({
      ...{ line: rowOf(row).line, name, outcome, customer, changes },
    })),
    ...answer.refused.map(({ row, column, code }) => ({
      ...{ line: rowOf(row).line, name: cell(row, 'name'), outcome: 'refused' as const },
      ...{ code, column, value: cell(row, column) },
    })),
  ];
  return lines.toSorted((one, other) => one.line - other.line);
}

type Cell = string | number;

/** A table for spreadsheets (RFC 4180), in UTF-8, with its heading. */
export function csv(heading: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return `\ufeff${csvRows([heading, ...rows])}`;
}

/** Rows of such a table, for one that is written bit by bit. */
export function csvRows(rows: readonly (readonly Cell[])[]): string {
  return rows.map((row) => `${row.map(written).join(',')}\r\n`).join('');
}

/** Quoted where it must be; what a spreadsheet would run as a formula is made a text. */
function written(value: Cell): string {
  if (typeof value === 'number') return String(value);
  const plain = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

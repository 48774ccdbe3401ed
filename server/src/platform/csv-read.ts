/**
 * Reads a table as spreadsheets write it (RFC 4180): with or without a mark of the byte order, any
 * line ends, and a comma, semicolon or tab between, whichever the heading has most of. Rows that
 * hold nothing are left out; a quote that is never closed holds all the rest.
 */
export function readCsv(text: string): string[][] {
  const plain = text.replace(/^\ufeff/, '').replaceAll(/\r\n?/g, '\n');
  const between = separatorOf(plain.split('\n', 1)[0]!);
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < plain.length) {
    const cell = plain[at] === '"' ? quoted(plain, at) : bare(plain, at, between);
    row.push(asWritten(cell.text));
    const last = plain[cell.end] !== between;
    if (last || cell.end + 1 === plain.length) {
      if (!last) row.push('');
      rows.push(row);
      row = [];
    }
    at = cell.end + 1;
  }
  return rows.filter((cells) => cells.some((cell) => cell !== ''));
}

type Cell = { text: string; end: number };

function bare(text: string, from: number, between: string): Cell {
  let end = from;
  while (end < text.length && text[end] !== between && text[end] !== '\n') end++;
  return { text: text.slice(from, end), end };
}

/** A cell in quotes; a quote within is written twice. */
function quoted(text: string, from: number): Cell {
  let end = from + 1;
  while (end < text.length && (text[end] !== '"' || text[end + 1] === '"')) {
    end += text[end] === '"' ? 2 : 1;
  }
  return { text: text.slice(from + 1, end).replaceAll('""', '"'), end: end + 1 };
}

function separatorOf(heading: string): string {
  const count = (sign: string) => heading.split(sign).length;
  return [',', ';', '\t'].reduce((most, sign) => (count(sign) > count(most) ? sign : most));
}

/** Without the spaces around, and without what keeps a spreadsheet from running it as a formula. */
function asWritten(cell: string): string {
  return cell.trim().replace(/^'(?=[=+\-@])/, '');
}

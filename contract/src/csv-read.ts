/** A row of a table: on which line of the file it begins (the first is 1), and what it holds. */
export type CsvRow = {
  line: number;
  cells: string[];
  /** The row as it stands in the file, without the line's end. */
  source: string;
};

/**
 * Reads a table as spreadsheets write it (RFC 4180): with or without a mark of the byte order, any
 * line ends, and a comma, semicolon or tab between, whichever the heading has most of. Rows that
 * hold nothing are left out; a quote that is never closed holds all the rest. Used by the server,
 * and by the desk, which cuts a large table into parts.
 */
export function readCsv(text: string): CsvRow[] {
  const plain = text.replace(/^\ufeff/, '').replaceAll(/\r\n?/g, '\n');
  const between = separatorOf(plain.trimStart().split('\n', 1)[0]!);
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  let [at, begin, line] = [0, 0, 1];
  while (at < plain.length) {
    const cell = plain[at] === '"' ? quoted(plain, at) : bare(plain, at, between);
    cells.push(asWritten(cell.text));
    const last = plain[cell.end] !== between;
    if (last || cell.end + 1 === plain.length) {
      if (!last) cells.push('');
      const source = plain.slice(begin, last ? cell.end : cell.end + 1);
      rows.push({ line, cells, source });
      line += source.split('\n').length;
      begin = cell.end + 1;
      cells = [];
    }
    at = cell.end + 1;
  }
  return rows.filter((row) => row.cells.some((cell) => cell !== ''));
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

import type { AccountLine } from '@baton/contract';

const columns = [
  'received',
  'opened',
  'joined',
  'setAside',
  'bounces',
  'loops',
  'duplicates',
  'held',
  'processing',
  'difference',
] as const;

/** The account as a table for spreadsheets (RFC 4180), with a heading, in UTF-8. */
export function accountCsv(lines: readonly AccountLine[]): string {
  const head = ['day', 'channel', ...columns];
  const rows = lines.map((line) => [
    line.day,
    cell(line.channel.name),
    ...columns.map((column) => String(line[column])),
  ]);
  return `\ufeff${[head, ...rows].map((row) => row.join(',')).join('\r\n')}\r\n`;
}

/** Quoted where it must be; what a spreadsheet would run as a formula is made a text. */
function cell(text: string): string {
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

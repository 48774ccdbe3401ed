import { csv, type AccountLine } from '@baton/contract';

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
    line.channel.name,
    ...columns.map((column) => line[column]),
  ]);
  return csv(head, rows);
}

import type { DeliveryReport } from '../rules/letter.ts';
import { oneLine } from './decode-header.ts';

const actions = ['failed', 'delayed', 'delivered', 'relayed', 'expanded'] as const;

/** More recipients than this no mail of ours has. */
const mostRecipients = 200;

/** Reads a message/delivery-status part (RFC 3464 §2): one report for each recipient. */
export function readDeliveryReports(part: string): DeliveryReport[] {
  const blocks = part
    .replace(/\r\n/g, '\n')
    .split(/\n[ \t]*\n/)
    .slice(0, mostRecipients);
  return blocks.map(readBlock).filter((report) => report !== null);
}

/** Of several recipients the one that fared worst; where none is named, a report of nothing. */
export function worstOf(reports: readonly DeliveryReport[]): DeliveryReport {
  const worst = reports.toSorted((a, b) => badness(a) - badness(b))[0];
  return worst ?? { action: null, status: null, recipient: null, diagnostic: null };
}

/** The fields of a block, names in lower case, folded lines joined; a name may stand twice. */
export function fieldsOf(block: string): [name: string, value: string][] {
  return block
    .replace(/\n[ \t]+/g, ' ')
    .split('\n')
    .flatMap((line): [string, string][] => {
      const colon = line.indexOf(':');
      if (colon <= 0) return [];
      return [[line.slice(0, colon).trim().toLowerCase(), oneLine(line.slice(colon + 1))]];
    });
}

function readBlock(block: string): DeliveryReport | null {
  const fields = new Map(fieldsOf(block));
  const said = fields
    .get('action')
    ?.toLowerCase()
    .split(/[\s(;]/)[0];
  // Where an alias forwards, the address that we wrote to is the original one.
  const recipient = fields.get('original-recipient') ?? fields.get('final-recipient');
  if (said === undefined && recipient === undefined) return null;
  return {
    action: actions.find((action) => action === said) ?? null,
    status: /\d\.\d{1,3}\.\d{1,3}/.exec(fields.get('status') ?? '')?.[0] ?? null,
    recipient: recipient?.replace(/^[^;]*;\s*/, '').replace(/^<|>$/g, '') ?? null,
    diagnostic: fields.get('diagnostic-code')?.replace(/^[^;]*;\s*/, '') ?? null,
  };
}

function badness({ action }: DeliveryReport): number {
  return action === null ? 1 : actions.indexOf(action) * 2;
}

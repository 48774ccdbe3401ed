import type { DeliveryReport } from '../rules/letter.ts';
import { oneLine } from './decode-header.ts';

const actions = ['failed', 'delayed', 'delivered', 'relayed', 'expanded'] as const;

/**
 * Reads a message/delivery-status part (RFC 3464 §2). Of several recipients the one that fared
 * worst counts.
 */
export function readDeliveryReport(part: string): DeliveryReport {
  const blocks = part.replace(/\r\n/g, '\n').split(/\n[ \t]*\n/);
  const reports = blocks.map(readBlock).filter((report) => report !== null);
  const worst = reports.toSorted((a, b) => badness(a) - badness(b))[0];
  return worst ?? { action: null, status: null, recipient: null, diagnostic: null };
}

function readBlock(block: string): DeliveryReport | null {
  const fields = new Map<string, string>();
  for (const line of block.replace(/\n[ \t]+/g, ' ').split('\n')) {
    const colon = line.indexOf(':');
    if (colon > 0)
      fields.set(line.slice(0, colon).trim().toLowerCase(), oneLine(line.slice(colon + 1)));
  }
  const said = fields
    .get('action')
    ?.toLowerCase()
    .split(/[\s(;]/)[0];
  const recipient = fields.get('final-recipient') ?? fields.get('original-recipient');
  if (said === undefined && recipient === undefined) return null;
  return {
    action: actions.find((action) => action === said) ?? null,
    status: /\d\.\d{1,3}\.\d{1,3}/.exec(fields.get('status') ?? '')?.[0] ?? null,
    recipient: recipient?.replace(/^[^;]*;\s*/, '') ?? null,
    diagnostic: fields.get('diagnostic-code')?.replace(/^[^;]*;\s*/, '') ?? null,
  };
}

function badness({ action }: DeliveryReport): number {
  return action === null ? 1 : actions.indexOf(action) * 2;
}

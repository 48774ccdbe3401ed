import { type Header, headersOf, type Letter } from '../rules/letter.ts';
import { messageIdsIn } from '../rules/message-id.ts';
import { readComplaint } from './complaint-report.ts';
import { decodeHeaderLine, decodeMailboxes } from './decode-header.ts';
import { readDeliveryReports, worstOf } from './delivery-report.ts';
import { headerLinesOf } from './read-headers.ts';
import type { StoredFile } from './store-part.ts';

/** What a letter says about mails of ours, by the parts of it that are meant for machines. */
export type Reports = Pick<
  Letter,
  'report' | 'reports' | 'complaint' | 'returnedIds' | 'returnedAddresses'
>;

/** Reads what reports inside a letter say, and what came back with them. */
export function reportFrom(parts: readonly StoredFile[]): Reports {
  // RFC 6533: global-delivery-status and global-headers are the same beyond ASCII.
  const status = parts.find(({ type }) => /\/(global-)?delivery-status$/.test(type));
  const feedback = parts.find(({ type }) => type.endsWith('/feedback-report'));
  const reports = status ? readDeliveryReports(status.beginning ?? '') : [];
  const returned = parts
    .filter(({ type }) => /^(message\/(global$|global-headers|rfc822)|text\/rfc822)/.test(type))
    .map(({ beginning }) => headersOfReturned(beginning ?? ''));
  const values = (name: string) => returned.flatMap((headers) => headersOf({ headers }, name));
  const addresses = ['reply-to', 'to', 'cc'].flatMap(values).flatMap(decodeMailboxes);
  return {
    report: status ? worstOf(reports) : null,
    reports,
    complaint: feedback ? readComplaint(feedback.beginning ?? '') : null,
    returnedIds: values('message-id').flatMap(messageIdsIn),
    returnedAddresses: addresses.map(({ address }) => address),
  };
}

/** More fields than this no mail of ours has. */
const mostFields = 200;

function headersOfReturned(beginning: string): Header[] {
  return headerLinesOf(Buffer.from(beginning, 'utf8'))
    .slice(0, mostFields)
    .map((line) => decodeHeaderLine(line, null))
    .filter((header) => header !== null);
}

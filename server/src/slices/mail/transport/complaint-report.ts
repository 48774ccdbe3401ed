import type { Complaint } from '../rules/letter.ts';
import { fieldsOf } from './delivery-report.ts';

const recipientFields = ['original-rcpt-to', 'removal-recipient'];

/**
 * Reads a message/feedback-report part (RFC 5965 §3): why somebody complains, and for whom the mail
 * was. Many hosts leave the recipient out; then the mail that came back tells.
 */
export function readComplaint(part: string): Complaint {
  const fields = part
    .replace(/\r\n/g, '\n')
    .split(/\n[ \t]*\n/)
    .flatMap(fieldsOf);
  const valuesOf = (names: readonly string[]) =>
    fields.filter(([name]) => names.includes(name)).map(([, value]) => value);
  return {
    type: valuesOf(['feedback-type'])[0]?.toLowerCase() ?? 'other',
    recipients: valuesOf(recipientFields)
      .map((value) => value.replace(/^[^;<]*;\s*/, '').replace(/^<|>$/g, ''))
      .filter((value) => value.includes('@')),
  };
}

import type { DkimKey } from '@baton/contract';
import type { DkimKeyRow } from './store/dkim-keys.ts';

export function presentDkimKey(row: DkimKeyRow): DkimKey {
  const { domain, selector } = row;
  return { domain, selector, record: recordOf(row), createdAt: row.createdAt.toISOString() };
}

/** The TXT record by which others check a signature (RFC 6376 §3.6). */
export function recordOf({ domain, selector, publicKey }: DkimKeyRow): DkimKey['record'] {
  return { name: `${selector}._domainkey.${domain}`, value: `v=DKIM1; k=rsa; p=${publicKey}` };
}

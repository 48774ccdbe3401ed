import type { Authentication } from './authentication.ts';

/** What a check of a message came to: results of RFC 7208, RFC 6376 and RFC 9989. */
export type CheckResults = {
  spf: string;
  dkim: { result: string; aligned: boolean }[];
  dmarc: string;
};

/**
 * What the results say of the sender. A signature that holds and belongs to the sender's domain
 * proves it wherever the message came through; that one is missing proves something only where the
 * sending host itself was seen, for whoever passes mail on breaks SPF.
 * @param sawHost whether the message came straight from a host outside
 */
export function checkedSender(results: CheckResults, sawHost: boolean): Authentication {
  if (results.dmarc === 'pass') return 'passed';
  if (results.dkim.some(({ result, aligned }) => result === 'pass' && aligned)) return 'passed';
  if (!sawHost) return 'unknown';
  if (results.dmarc === 'fail') return 'failed';
  const signed = results.dkim.some(({ result }) => result === 'pass');
  return results.spf === 'fail' && !signed ? 'failed' : 'unknown';
}

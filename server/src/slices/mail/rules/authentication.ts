import { headersOf, type Letter } from './letter.ts';

/** What trusted hosts say of the sender: who they claim to be (`passed`), or not (`failed`). */
export type Authentication = 'passed' | 'failed' | 'unknown';

type Verdicts = { dmarc: string[]; spf: string[]; dkim: string[] };

/**
 * Reads Authentication-Results (RFC 8601) of trusted hosts only: whoever sends a mail may write
 * such a header into it. Failed: DMARC failed, or SPF and DKIM both did and DMARC says nothing.
 */
export function authenticationOf(letter: Letter, trustedHosts: readonly string[]): Authentication {
  const trusted = new Set(trustedHosts.map((host) => host.toLowerCase()));
  const believed = headersOf(letter, 'authentication-results')
    .map(readResults)
    .filter(({ host }) => trusted.has(host));
  const results = new Set(believed.map(({ verdicts }) => judge(verdicts)));
  // One failure is enough: a forged header further down may claim anything else.
  if (results.has('failed')) return 'failed';
  return results.has('passed') ? 'passed' : 'unknown';
}

/** What is known of the sender: what trusted hosts say, else what we found out ourselves. */
export function knownOfSender(
  letter: Letter,
  trustedHosts: readonly string[],
  checked: string | null,
): Authentication {
  const said = authenticationOf(letter, trustedHosts);
  return said === 'unknown' ? ((checked as Authentication | null) ?? 'unknown') : said;
}

function readResults(value: string): { host: string; verdicts: Verdicts } {
  const plain = value.replace(/\([^()]*\)/g, ' ');
  const [first = '', ...rest] = plain.split(';');
  const verdicts: Verdicts = { dmarc: [], spf: [], dkim: [] };
  for (const part of rest) {
    const found = /^\s*(dmarc|spf|dkim)\s*(?:\/\s*\d+\s*)?=\s*([a-z]+)/i.exec(part);
    if (found) verdicts[found[1]!.toLowerCase() as keyof Verdicts].push(found[2]!.toLowerCase());
  }
  return { host: first.trim().split(/\s+/)[0]?.toLowerCase() ?? '', verdicts };
}

function judge({ dmarc, spf, dkim }: Verdicts): Authentication {
  if (dmarc.includes('pass')) return 'passed';
  if (dmarc.includes('fail')) return 'failed';
  if (spf.includes('pass') || dkim.includes('pass')) return 'passed';
  return spf.includes('fail') && dkim.includes('fail') ? 'failed' : 'unknown';
}

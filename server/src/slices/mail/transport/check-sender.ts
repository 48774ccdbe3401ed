import { Resolver } from 'node:dns/promises';
import { minuteMs } from '../../../kernel/duration.ts';
import type { Storage } from '../../../platform/storage.ts';
import type { Authentication } from '../rules/authentication.ts';
import { headersOf, type Letter } from '../rules/letter.ts';
import { checkedSender } from '../rules/sender-check.ts';
import { isInside } from '../../../platform/network.ts';

/** How mailauth asks the DNS: the records of a name, or an error with a code. */
export type AskDns = (name: string, type: string) => Promise<string[] | string[][]>;

export type Sent = {
  raw: { sha256: string };
  /** The address of the host that handed it in; null where it came another way. */
  remoteAddress: string | null;
  envelopeFrom: string;
};

/** A check as a whole; a message is never held up for longer. */
const withinMs = 8000;
/**
 * Each signature may ask for a hash of its own over the whole message (RFC 6376 §6.1 lets us stop);
 * what really was passed on and signed again has a handful.
 */
const mostSignatures = 20;

/**
 * Finds out whether a message is from whom it says: SPF (RFC 7208) where the sending host itself was
 * seen, DKIM (RFC 6376), DMARC (RFC 9989). Without an answer of the DNS it stays unknown. Nothing is
 * asked where there is nothing to find out: an unsigned message from a host inside; nor of what is
 * signed so often that it only is to keep us busy, which is nobody's who says who they are.
 */
export async function checkSender(
  storage: Pick<Storage, 'get'>,
  letter: Letter,
  sent: Sent,
  ask: AskDns = askDns,
): Promise<Authentication> {
  const host = sent.remoteAddress;
  const sawHost = host !== null && !isInside(host);
  const signatures = headersOf(letter, 'dkim-signature').length;
  if (!sawHost && signatures === 0) return 'unknown';
  if (signatures > mostSignatures) return 'failed';
  const late = AbortSignal.timeout(withinMs);
  const check = (await import('mailauth')).authenticate(storage.get(sent.raw.sha256), {
    ...(sawHost ? { ip: host, helo: host } : {}),
    sender: sent.envelopeFrom,
    resolver: ask,
    disableArc: true,
    disableBimi: true,
  });
  const results = await Promise.race([check, whenLate(late)]).catch(() => null);
  if (results === null) return 'unknown';
  const { spf, dkim, dmarc } = results;
  return checkedSender(
    {
      spf: (spf && spf.status.result) || 'none',
      dkim: dkim.results.map(({ status }) => ({
        result: status.result,
        aligned: Boolean(status.aligned),
      })),
      dmarc: (dmarc && dmarc.status.result) || 'none',
    },
    sawHost,
  );
}

function whenLate(late: AbortSignal): Promise<null> {
  return new Promise((resolve) => late.addEventListener('abort', () => resolve(null)));
}

const resolver = new Resolver({ timeout: 2000, tries: 1 });
type Answer = { answer: ReturnType<AskDns>; until: number };
const known = new Map<string, Answer>();
/** Long enough for a storm of mail, short enough for a key that was changed. */
const keptMs = 5 * minuteMs;
const mostKept = 2000;

/** Asks the DNS, each question once in five minutes, whatever the answer. */
function askDns(name: string, type: string): ReturnType<AskDns> {
  const question = `${type} ${name.toLowerCase()}`;
  const now = performance.now();
  const kept = known.get(question);
  if (kept && kept.until > now) return kept.answer;
  if (known.size >= mostKept) known.clear();
  const answer = resolver.resolve(name, type) as ReturnType<AskDns>;
  answer.catch(() => {});
  known.set(question, { answer, until: now + keptMs });
  return answer;
}

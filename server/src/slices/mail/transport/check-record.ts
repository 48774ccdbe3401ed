import { Resolver } from 'node:dns/promises';
import { errorCode } from '../../../platform/start-error.ts';

const resolver = new Resolver({ timeout: 3000, tries: 2 });

type State = 'right' | 'missing' | 'other' | 'no_answer';

/** Whether the DNS publishes a key under a name (RFC 6376 §3.6.2.2). */
export async function checkRecord(name: string, publicKey: string): Promise<State> {
  try {
    const records = (await resolver.resolveTxt(name)).map((parts) => parts.join(''));
    const keys = records.map((text) => /(?:^|;)\s*p\s*=([^;]*)/.exec(text)?.[1]);
    return keys.some((key) => key?.replaceAll(/\s/g, '') === publicKey) ? 'right' : 'other';
  } catch (error) {
    const code = errorCode(error);
    return code === 'ENOTFOUND' || code === 'ENODATA' ? 'missing' : 'no_answer';
  }
}

import type { Secrets } from '../../platform/secret.ts';
import type { ThreadKeys } from './rules/thread-token.ts';

/** The secrets of the installation, as the rule for thread tokens needs them. */
export function threadKeys(secrets: Secrets): ThreadKeys {
  return {
    sign: (text) => secrets.sign('thread', text),
    all: (text) => secrets.signAll('thread', text),
  };
}

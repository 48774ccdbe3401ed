import type { Secrets } from '../../platform/secret.ts';
import type { ThreadKeys } from './rules/thread-token.ts';

/** The secrets of the installation, as the rule for thread tokens needs them. */
export function threadKeys(secrets: Secrets): ThreadKeys {
  return keysFor(secrets, 'thread');
}

/** The same for the tokens in mail to agents. */
export function noticeKeys(secrets: Secrets): ThreadKeys {
  return keysFor(secrets, 'notice');
}

function keysFor(secrets: Secrets, purpose: string): ThreadKeys {
  return {
    sign: (text) => secrets.sign(purpose, text),
    all: (text) => secrets.signAll(purpose, text),
  };
}

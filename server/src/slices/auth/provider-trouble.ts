import type { ProviderTrouble } from '@baton/contract';
import { ResponseBodyError } from 'openid-client';
import { RefusedAddress } from '../../platform/fetch-outside.ts';
import { CannotOpen } from '../../platform/sealed.ts';

/** What the libraries call it when what answers is no provider, by their codes. */
const noProvider = new Set([
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
  'OAUTH_PARSE_ERROR',
  'OAUTH_INVALID_RESPONSE',
  'OAUTH_MISSING_SERVER_METADATA',
  'OAUTH_INVALID_SERVER_METADATA',
]);

const unreachable = /^(E[A-Z]+|CERT_\w+|\w*_CERT\w*|UNABLE_\w+|ABORT_ERR|OAUTH_(TIMEOUT|ABORT))$/;

/** What hinders a sign-in by the identity provider, by the error or the first telling one behind it. */
export function troubleOf(error: unknown): ProviderTrouble {
  if (!(error instanceof Error)) return 'failed';
  return ownTrouble(error) ?? troubleOf(error.cause);
}

function ownTrouble(error: Error): ProviderTrouble | null {
  if (error instanceof RefusedAddress) return error.code === 'not_web' ? 'no_provider' : error.code;
  if (error instanceof CannotOpen) return 'secret_lost';
  if (error instanceof ResponseBodyError) {
    return ['invalid_client', 'unauthorized_client'].includes(error.error) ? 'wrong_client' : null;
  }
  const code: unknown = Reflect.get(error, 'code');
  // Of the JSON that a provider answers, only its issuer is compared with what is expected.
  if (code === 'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED') return 'wrong_issuer';
  if (code === 'OAUTH_WWW_AUTHENTICATE_CHALLENGE') return 'wrong_client';
  if (typeof code === 'string' && noProvider.has(code)) return 'no_provider';
  if (typeof code === 'string' && unreachable.test(code)) return 'unreachable';
  return error.name === 'TimeoutError' ? 'unreachable' : null;
}

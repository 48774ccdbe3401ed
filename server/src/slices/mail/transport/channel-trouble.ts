import { getSystemErrorName } from 'node:util';
import type { ChannelTroubleCode } from '@baton/contract';
import { CannotOpen } from '../../../platform/sealed.ts';
import { DiskFull } from '../../../platform/storage.ts';
import { errorCode } from '../../../platform/start-error.ts';

/** Why a mailbox or relay cannot be used: a code that is shown in words, and what was said. */
export class ChannelTrouble extends Error {
  readonly code: ChannelTroubleCode;
  /** The words of the server or the program; null where there are none. Never a secret. */
  readonly said: string | null;

  constructor(code: ChannelTroubleCode, said: string | null = null, cause?: unknown) {
    super(`${code}${said ? `: ${said}` : ''}`, { cause });
    this.name = 'ChannelTrouble';
    this.code = code;
    this.said = said?.slice(0, 500) ?? null;
  }
}

/** What the libraries for mail add to their errors. */
type Failure = Error & {
  code?: string;
  /** Of IMAP. */
  authenticationFailed?: boolean;
  responseText?: string;
  response?: unknown;
  mailboxMissing?: boolean;
  tlsFailed?: boolean;
  /** Of SMTP. */
  responseCode?: number;
  /** Of the system, which SMTP leaves beside a code of its own. */
  errno?: number;
};

const codes: Record<string, ChannelTroubleCode> = {
  ENOTFOUND: 'no_such_host',
  EAI_AGAIN: 'no_such_host',
  EDNS: 'no_such_host',
  ECONNREFUSED: 'refused_connection',
  EHOSTUNREACH: 'no_answer',
  ENETUNREACH: 'no_answer',
  ETIMEDOUT: 'no_answer',
  ETIMEOUT: 'no_answer',
  CONNECT_TIMEOUT: 'no_answer',
  GREETING_TIMEOUT: 'no_answer',
  UPGRADE_TIMEOUT: 'no_tls',
  NoConnection: 'connection_lost',
  EConnectionClosed: 'connection_lost',
  ClosedAfterConnectText: 'connection_lost',
  ClosedAfterConnectTLS: 'connection_lost',
  ECONNRESET: 'connection_lost',
  ECONNECTION: 'connection_lost',
  EPIPE: 'connection_lost',
  EPROTO: 'no_tls',
  ETLS: 'no_tls',
  ERR_SSL_WRONG_VERSION_NUMBER: 'no_tls',
  ERR_SSL_PACKET_LENGTH_TOO_LONG: 'no_tls',
  DATABASE_AWAY: 'database',
  DATABASE_LOST: 'database',
};

const certificate = /^(CERT_|ERR_TLS_CERT|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_)/;

/** Explains whatever went wrong with a mailbox or a relay. */
export function troubleOf(error: unknown): ChannelTrouble {
  if (error instanceof ChannelTrouble) return error;
  if (error instanceof CannotOpen) return new ChannelTrouble('secret_lost', null, error);
  if (error instanceof DiskFull) return new ChannelTrouble('storage_full', null, error);
  const failure = error as Failure;
  const said = wordsOf(failure);
  if (failure.authenticationFailed || failure.code === 'EAUTH') {
    return new ChannelTrouble('refused_password', said, error);
  }
  if (failure.mailboxMissing) return new ChannelTrouble('no_folder', said, error);
  const code = errorCode(failure.cause ?? null) ?? errorCode(failure) ?? '';
  if (certificate.test(code)) return new ChannelTrouble('certificate', said, error);
  const system = typeof failure.errno === 'number' ? getSystemErrorName(failure.errno) : '';
  const known = codes[code] ?? codes[errorCode(failure) ?? ''] ?? codes[system];
  if (known === undefined && failure.tlsFailed) return new ChannelTrouble('no_tls', said, error);
  return new ChannelTrouble(known ?? 'other', said, error);
}

function wordsOf(failure: Failure): string | null {
  const { responseText, response, message } = failure;
  const said = responseText ?? (typeof response === 'string' && response ? response : message);
  return said || null;
}

import { createPrivateKey, X509Certificate } from 'node:crypto';
import { join, resolve } from 'node:path';
import * as values from './settings-values.ts';
import { StartError } from './start-error.ts';

/** What the environment says, checked; every setting is described in the README. */
export interface Settings {
  port: number;
  host: string;
  /** The address under which people reach Baton, without a slash at its end. */
  publicUrl: string;
  /** Whose X-Forwarded-* headers count: nobody's, everybody's, so many hops', these addresses'. */
  trustProxy: boolean | number | string[];
  /** Names beside that of `publicUrl` under which people reach Baton, in lower case. */
  allowedHosts: string[];
  /** How many requests a minute one key or agent may make; null: any number. */
  rateLimit: number | null;
  /** Hosts inside that may be asked all the same when an address in the settings names them. */
  fetchInside: string[];
  /** Absolute. */
  dataDir: string;
  /** Undefined: the embedded database (whose address it is once the server runs). */
  databaseUrl: string | undefined;
  /** For what fails behind a pooler in transaction mode: migrations, LISTEN, session locks. */
  databaseDirectUrl: string | undefined;
  /** Where mail comes in. */
  smtpHost: string;
  smtpPort: number;
  /** PEM texts; undefined: no STARTTLS. */
  smtpTls: { cert: string; key: string } | undefined;
  /** Where mail comes in by LMTP; undefined: nowhere. */
  lmtp: { host: string; port: number } | { path: string } | undefined;
  /** The relay for outgoing mail; undefined: mail is held in the outbox. */
  smtpUrl: string | undefined;
  /** The folder of the file store, absolute. */
  storageFolder: string;
  /** The first signs, all verify; undefined: the one kept with the data. */
  secrets: string[] | undefined;
}

/** A hundred a second, which no person and few programs reach. */
const usualRate = 6000;

export type Environment = Record<string, string | undefined>;

/**
 * Reads the settings from the environment; paths are relative to `cwd`.
 * @throws StartError (exit code 2) with one sentence for each wrong value, none with a secret.
 */
export function readSettings(env: Environment, cwd: string): Settings {
  const complaints: string[] = [];
  const read = <T>(name: string, parse: (text: string) => T): T | undefined => {
    const text = env[name]?.trim();
    if (!text) return undefined;
    try {
      return parse(text);
    } catch (error) {
      if (!(error instanceof values.Refused)) throw error;
      complaints.push(`${name} ${error.message}`);
      return undefined;
    }
  };
  const path = (text: string) => resolve(cwd, text);
  const port = read('PORT', values.port) ?? 4000;
  const dataDir = read('DATA_DIR', path) ?? path('data');
  const databaseUrl = read('DATABASE_URL', values.databaseAddress);
  const settings: Settings = {
    port,
    host: read('HOST', values.host) ?? '127.0.0.1',
    publicUrl: read('PUBLIC_URL', values.publicAddress) ?? `http://localhost:${port}`,
    trustProxy: read('TRUST_PROXY', values.trustProxy) ?? false,
    allowedHosts: read('ALLOWED_HOSTS', values.hosts) ?? [],
    rateLimit: (read('RATE_LIMIT', values.rate) ?? usualRate) || null,
    fetchInside: read('FETCH_INSIDE', values.hosts) ?? [],
    dataDir,
    databaseUrl,
    databaseDirectUrl: read('DATABASE_DIRECT_URL', values.databaseAddress) ?? databaseUrl,
    smtpHost: read('SMTP_HOST', values.host) ?? '127.0.0.1',
    smtpPort: read('SMTP_PORT', values.port) ?? 2525,
    smtpTls: pair(
      read('SMTP_TLS_CERT', (text) => values.certificate(path(text))),
      read('SMTP_TLS_KEY', (text) => values.privateKey(path(text))),
    ),
    lmtp: read('LMTP_LISTEN', values.listenPlace),
    smtpUrl: read('SMTP_URL', values.relayAddress),
    storageFolder: read('STORAGE_URL', values.storageAddress) ?? join(dataDir, 'files'),
    secrets: read('SECRET', values.secretList),
  };
  complaints.push(...contradictions(env, settings));
  if (complaints.length > 0) throw new StartError(complaints.join('\n'), 2);
  return settings;
}

function pair(cert: string | undefined, key: string | undefined): Settings['smtpTls'] {
  return cert === undefined || key === undefined ? undefined : { cert, key };
}

/** What is right by itself and wrong together. */
function* contradictions(env: Environment, settings: Settings): Generator<string> {
  if (env.DATABASE_DIRECT_URL && !env.DATABASE_URL) {
    yield 'DATABASE_DIRECT_URL is set without DATABASE_URL; set both, or neither.';
  }
  if (settings.port !== 0 && settings.port === settings.smtpPort) {
    yield `PORT and SMTP_PORT are both ${settings.port}; web pages and mail need a port each.`;
  }
  const { smtpTls } = settings;
  if (smtpTls) {
    const fits = new X509Certificate(smtpTls.cert).checkPrivateKey(createPrivateKey(smtpTls.key));
    if (!fits) yield 'SMTP_TLS_KEY is not the key of the certificate in SMTP_TLS_CERT.';
  } else if (Boolean(env.SMTP_TLS_CERT) !== Boolean(env.SMTP_TLS_KEY)) {
    const missing = env.SMTP_TLS_CERT ? 'SMTP_TLS_KEY' : 'SMTP_TLS_CERT';
    yield `${missing} is not set; a certificate and its key are needed together.`;
  }
}

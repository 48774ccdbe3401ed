import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { errorCode } from './start-error.ts';

/** A value that cannot be used: its message goes on after the name of the variable. */
export class Refused extends Error {}

/** A TCP port; 0 lets the system choose a free one. */
export function port(text: string): number {
  const value = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= 0 && value <= 65535) return value;
  throw new Refused(`is "${text}", but must be a whole number from 0 to 65535.`);
}

/** A host name or an address to listen on. */
export function host(text: string): string {
  if (isIP(text) || /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(text)) return text;
  throw new Refused(
    `is "${text}", but must be an address or host name to listen on, such as 127.0.0.1, ::1 or 0.0.0.0.`,
  );
}

/** Host names or addresses, separated by commas, in lower case. */
export function hosts(text: string): string[] {
  return text.split(',').map((part) => host(part.trim()).toLowerCase());
}

/** Requests a minute; 0: any number. */
export function rate(text: string): number {
  if (/^\d{1,7}$/.test(text)) return Number(text);
  throw new Refused(
    `is "${text}", but must be a number of requests a minute, or 0 for any number.`,
  );
}

/** Where to listen for LMTP: `host:port`, `port` (on this machine only), or the path of a socket. */
export function listenPlace(text: string): { host: string; port: number } | { path: string } {
  if (text.startsWith('/')) return { path: text };
  const [, address = '127.0.0.1', number = ''] = /^(?:(.+):)?(\d+)$/.exec(text) ?? [];
  if (number === '') {
    throw new Refused(`is "${text}", but must be a port, host:port, or the path of a socket.`);
  }
  return { host: host(address.replace(/^\[(.*)\]$/, '$1')), port: port(number) };
}

/** http(s)://host[:port][/path], without the slash at its end. */
export function publicAddress(text: string): string {
  const url = URL.parse(text);
  const plain = url && !url.username && !url.password && !url.search && !url.hash;
  if (plain && ['http:', 'https:'].includes(url.protocol)) return url.href.replace(/\/+$/, '');
  throw new Refused(
    `is "${text}", but must be the address under which people reach Baton, such as https://help.example.com.`,
  );
}

/** Whose X-Forwarded-* headers count. */
export function trustProxy(text: string): boolean | number | string[] {
  if (text === 'true' || text === 'false') return text === 'true';
  if (/^\d{1,2}$/.test(text)) return Number(text);
  const networks = text.split(',').map((part) => part.trim());
  if (networks.every(isNetwork)) return networks;
  throw new Refused(
    `is "${text}", but must be true, false, the number of proxies in front of Baton, or their ` +
      'addresses or networks, separated by commas (10.0.0.0/8, loopback).',
  );
}

function isNetwork(text: string): boolean {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(text)) return true;
  const [address = '', bits = '', ...rest] = text.split('/');
  const most = isIP(address) === 6 ? 128 : 32;
  return isIP(address) > 0 && rest.length === 0 && /^\d*$/.test(bits) && Number(bits) <= most;
}

/** A PostgreSQL address; it is never shown again, since it may hold a password. */
export function databaseAddress(text: string): string {
  const protocol = URL.parse(text.replace('@/', '@localhost/'))?.protocol;
  if (protocol === 'postgres:' || protocol === 'postgresql:') return text;
  throw new Refused('must be an address such as postgresql://user:password@host:5432/database.');
}

/** The relay for outgoing mail; may hold a password, so it is never shown again. */
export function relayAddress(text: string): string {
  const url = URL.parse(text);
  if (url?.hostname && ['smtp:', 'smtps:'].includes(url.protocol)) return text;
  throw new Refused(
    'must be the address of your mail relay, such as smtp://user:password@mail.example.com:587 or ' +
      'smtps://mail.example.com:465.',
  );
}

/** A folder as file:///absolute/path. */
export function storageAddress(text: string): string {
  const url = URL.parse(text);
  if (url?.protocol === 'file:' && url.hostname === '') return resolve(fileURLToPath(url));
  const shown = url ? `${url.protocol}//…` : `"${text}"`;
  throw new Refused(
    `is ${shown}, but must be a folder as file:///absolute/path; other stores are not supported yet.`,
  );
}

/** One or more secrets, separated by commas. */
export function secretList(text: string): string[] {
  const secrets = text.split(',').map((secret) => secret.trim());
  const short = secrets.findIndex((secret) => secret.length < 32);
  if (short === -1) return secrets;
  throw new Refused(
    `holds a value of ${secrets[short]!.length} characters in place ${short + 1}; each must have at ` +
      'least 32 (several are separated by commas, the first signs).',
  );
}

/** The path of a PEM certificate (chain); returns the text. */
export function certificate(path: string): string {
  return pem(path, 'a certificate in PEM form', (text) => new X509Certificate(text));
}

/** The path of a PEM private key; returns the text. */
export function privateKey(path: string): string {
  return pem(path, 'an unencrypted private key in PEM form', (text) => createPrivateKey(text));
}

function pem(path: string, what: string, check: (text: string) => unknown): string {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new Refused(`names ${path}, which cannot be read (${errorCode(error)}).`);
  }
  try {
    check(text);
    return text;
  } catch {
    throw new Refused(`names ${path}, which is not ${what}.`);
  }
}

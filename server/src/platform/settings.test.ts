import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { testFolder } from '../../test/deps.ts';
import { type Environment, readSettings } from './settings.ts';
import { StartError } from './start-error.ts';

const secret = 'abcdefghijklmnopqrstuvwxyz012345';

test('nothing set gives the defaults that the README promises', () => {
  expect(readSettings({}, '/srv/baton')).toEqual({
    port: 4000,
    host: '127.0.0.1',
    publicUrl: 'http://localhost:4000',
    allowedHosts: [],
    rateLimit: 6000,
    fetchInside: [],
    trustProxy: false,
    dataDir: '/srv/baton/data',
    databaseUrl: undefined,
    databaseDirectUrl: undefined,
    smtpHost: '127.0.0.1',
    smtpPort: 2525,
    smtpTls: undefined,
    smtpUrl: undefined,
    storageFolder: '/srv/baton/data/files',
    secrets: undefined,
  });
});

test.each<[Environment, object]>([
  [{ PORT: '80' }, { port: 80, publicUrl: 'http://localhost:80' }],
  [{ PORT: ' ' }, { port: 4000 }],
  [{ HOST: '::1' }, { host: '::1' }],
  [{ HOST: '0.0.0.0' }, { host: '0.0.0.0' }],
  [{ PUBLIC_URL: 'https://help.example.com/' }, { publicUrl: 'https://help.example.com' }],
  [{ PUBLIC_URL: 'https://example.com/help' }, { publicUrl: 'https://example.com/help' }],
  [{ TRUST_PROXY: 'true' }, { trustProxy: true }],
  [{ TRUST_PROXY: '2' }, { trustProxy: 2 }],
  [{ TRUST_PROXY: '10.0.0.0/8, loopback' }, { trustProxy: ['10.0.0.0/8', 'loopback'] }],
  [{ DATA_DIR: 'elsewhere' }, { dataDir: '/srv/elsewhere', storageFolder: '/srv/elsewhere/files' }],
  [{ DATA_DIR: '/var/data' }, { dataDir: '/var/data' }],
  [{ STORAGE_URL: 'file:///mnt/my%20files/' }, { storageFolder: '/mnt/my files' }],
  [{ DATABASE_URL: 'postgres://u:p@h/d' }, { databaseDirectUrl: 'postgres://u:p@h/d' }],
  [{ DATABASE_URL: 'postgresql:///d?host=/run/postgresql' }, { port: 4000 }],
  [
    { DATABASE_URL: 'postgres://pooler/d', DATABASE_DIRECT_URL: 'postgres://h/d' },
    { databaseUrl: 'postgres://pooler/d', databaseDirectUrl: 'postgres://h/d' },
  ],
  [{ SMTP_URL: 'smtps://u:p@mail.example.com:465' }, { smtpPort: 2525 }],
  [{ SECRET: `${secret}, ${secret}x` }, { secrets: [secret, `${secret}x`] }],
])('%j is understood', (environment, expected) => {
  expect(readSettings(environment, '/srv')).toMatchObject(expected);
});

test.each<[Environment, string]>([
  [{ PORT: '70000' }, 'PORT is "70000", but must be a whole number from 0 to 65535.'],
  [{ PORT: '4000.5' }, 'PORT is "4000.5", but'],
  [{ PORT: '-1' }, 'PORT is "-1", but'],
  [{ SMTP_PORT: 'smtp' }, 'SMTP_PORT is "smtp", but'],
  [{ SMTP_PORT: '4000' }, 'PORT and SMTP_PORT are both 4000'],
  [{ HOST: 'http://localhost' }, 'HOST is "http://localhost", but'],
  [{ SMTP_HOST: 'a b' }, 'SMTP_HOST is "a b", but'],
  [{ PUBLIC_URL: 'help.example.com' }, 'PUBLIC_URL is "help.example.com", but'],
  [{ PUBLIC_URL: 'ftp://example.com' }, 'PUBLIC_URL is "ftp://example.com", but'],
  [{ TRUST_PROXY: 'yes' }, 'TRUST_PROXY is "yes", but'],
  [{ TRUST_PROXY: '10.0.0.0/33' }, 'TRUST_PROXY is "10.0.0.0/33", but'],
  [{ DATABASE_URL: 'mysql://localhost' }, 'DATABASE_URL must be an address such as'],
  [{ DATABASE_DIRECT_URL: 'postgres://h/d' }, 'DATABASE_DIRECT_URL is set without DATABASE_URL'],
  [{ STORAGE_URL: 's3://bucket' }, 'STORAGE_URL is s3://…, but must be a folder'],
  [{ STORAGE_URL: './files' }, 'STORAGE_URL is "./files", but must be a folder'],
  [{ STORAGE_URL: 'file://host/files' }, 'STORAGE_URL is file://…, but must be a folder'],
  [{ SMTP_URL: 'mail.example.com:25' }, 'SMTP_URL must be the address of your mail relay'],
  [{ SECRET: `${secret},short` }, 'SECRET holds a value of 5 characters in place 2'],
  [{ SMTP_TLS_CERT: '/not/there.pem' }, 'SMTP_TLS_CERT names /not/there.pem, which cannot be read'],
])('%j is refused in one sentence', (environment, sentence) => {
  expect(() => readSettings(environment, '/srv')).toThrow(sentence);
});

test('all wrong settings are told at once, with exit code 2 and without any secret', () => {
  const wrong = {
    PORT: 'x',
    SECRET: 'hidden',
    DATABASE_URL: 'oracle://me:hidden@host/db',
    SMTP_URL: 'http://me:hidden@host',
    STORAGE_URL: 's3://me:hidden@bucket',
  };
  try {
    readSettings(wrong, '/srv');
    expect.unreachable();
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    expect(error.exitCode).toBe(2);
    const names = error.message.split('\n').map((line) => line.split(' ')[0]);
    expect(new Set(names)).toEqual(new Set(Object.keys(wrong)));
    expect(error.message).not.toContain('hidden');
  }
});

test('a certificate without its key, or that is none, is refused', async () => {
  const path = join(await testFolder(), 'cert.pem');
  writeFileSync(path, 'not PEM');
  expect(() => readSettings({ SMTP_TLS_CERT: path }, '/')).toThrow('not a certificate in PEM form');
  expect(() => readSettings({ SMTP_TLS_KEY: path }, '/')).toThrow('not an unencrypted private key');
  expect(() => readSettings({ SMTP_TLS_KEY: path }, '/')).toThrow('SMTP_TLS_CERT is not set');
});

test('a certificate is taken with its own key only', () => {
  const fixture = (name: string) => join(import.meta.dirname, '../../test/fixtures', name);
  const SMTP_TLS_CERT = fixture('localhost.cert.pem');
  const { smtpTls } = readSettings(
    { SMTP_TLS_CERT, SMTP_TLS_KEY: fixture('localhost.key.pem') },
    '/',
  );
  expect(smtpTls?.cert).toContain('BEGIN CERTIFICATE');
  const SMTP_TLS_KEY = fixture('other.key.pem');
  expect(() => readSettings({ SMTP_TLS_CERT, SMTP_TLS_KEY }, '/')).toThrow('is not the key of');
});

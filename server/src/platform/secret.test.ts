import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { testFolder } from '../../test/deps.ts';
import { keptSecret, makeSecrets } from './secret.ts';

const old = 'o'.repeat(32);
const fresh = 'f'.repeat(32);

test('what was signed is known again, for its purpose and its text only', () => {
  const secrets = makeSecrets([fresh]);
  const mac = secrets.sign('thread', 'case 1001');
  expect(secrets.verify('thread', 'case 1001', mac)).toBe(true);
  expect(secrets.verify('invitation', 'case 1001', mac)).toBe(false);
  expect(secrets.verify('thread', 'case 1002', mac)).toBe(false);
  expect(secrets.verify('thread', 'case 1001', mac.slice(1))).toBe(false);
  expect(secrets.verify('thread', 'case 1001', '')).toBe(false);
});

test('purpose and text cannot be shifted into each other', () => {
  const secrets = makeSecrets([fresh]);
  expect(secrets.verify('ab', 'c', secrets.sign('a', 'bc'))).toBe(false);
});

test('after a rotation the first signs, and what the older ones signed still holds', () => {
  const before = makeSecrets([old]);
  const after = makeSecrets([fresh, old]);
  expect(after.verify('thread', 'case', before.sign('thread', 'case'))).toBe(true);
  expect(before.verify('thread', 'case', after.sign('thread', 'case'))).toBe(false);
  expect(makeSecrets([fresh]).verify('thread', 'case', after.sign('thread', 'case'))).toBe(true);
});

test('the kept secret is made once, by whoever comes first, and only its owner may read it', async () => {
  const folder = await testFolder();
  const made = await Promise.all(Array.from({ length: 10 }, () => keptSecret(folder)));
  expect(new Set(made).size).toBe(1);
  expect(Buffer.from(made[0]!, 'base64url')).toHaveLength(32);
  expect(await keptSecret(folder)).toBe(made[0]);
  expect(statSync(join(folder, 'secret')).mode & 0o777).toBe(0o600);
});

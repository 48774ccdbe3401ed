import { expect, test } from 'vitest';
import { CannotOpen, isOutdated, seal, unseal } from './sealed.ts';
import { makeSecrets } from './secret.ts';

const old = 'the secret of the first installation';
const fresh = 'the secret that has taken its place';
const place = 'mailbox:1:password';

test('what is sealed opens again, and shows nothing of itself', () => {
  const secrets = makeSecrets([old]);
  const sealed = seal(secrets, place, 'jelszó 密码');
  expect(unseal(secrets, place, sealed)).toBe('jelszó 密码');
  expect(sealed).toMatch(/^v1(\.[\w-]+){4}$/);
  expect(seal(secrets, place, 'jelszó 密码')).not.toBe(sealed);
});

test('an empty text can be sealed, too', () => {
  const secrets = makeSecrets([old]);
  expect(unseal(secrets, place, seal(secrets, place, ''))).toBe('');
});

test('secrets can be rotated: the first seals, all open', () => {
  const sealed = seal(makeSecrets([old]), place, 'password');
  const rotating = makeSecrets([fresh, old]);
  expect(unseal(rotating, place, sealed)).toBe('password');
  expect(isOutdated(rotating, sealed)).toBe(true);
  const again = seal(rotating, place, 'password');
  expect(isOutdated(rotating, again)).toBe(false);
  expect(unseal(makeSecrets([fresh]), place, again)).toBe('password');
  expect(() => unseal(makeSecrets([fresh]), place, sealed)).toThrow(CannotOpen);
});

test('what was moved to another place or changed does not open', () => {
  const secrets = makeSecrets([old]);
  const sealed = seal(secrets, place, 'password');
  expect(() => unseal(secrets, 'mailbox:2:password', sealed)).toThrow(CannotOpen);
  const parts = sealed.split('.');
  for (const index of [2, 3, 4]) {
    const changed = [...parts];
    changed[index] = Buffer.from(changed[index]!, 'base64url').fill(7).toString('base64url');
    expect(() => unseal(secrets, place, changed.join('.'))).toThrow(CannotOpen);
  }
  for (const nonsense of ['', 'v1', 'v2.a.b.c.d', `${sealed}x`.replace('v1', 'v2')]) {
    expect(() => unseal(secrets, place, nonsense)).toThrow(CannotOpen);
  }
});

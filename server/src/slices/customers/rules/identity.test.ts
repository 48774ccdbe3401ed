import { expect, test } from 'vitest';
import { normalised } from './identity.ts';

test.each([
  ['mail', 'Ana.Popescu@Example.org', 'ana.popescu@example.org'],
  ['mail', ' ana@example.org ', 'ana@example.org'],
  ['phone', '+40 (721) 555-123', '+40721555123'],
  ['phone', '0721.555.123', '0721555123'],
  ['phone', '()- .', null],
  ['phone', '+', null],
  ['handle', '@Ana', '@ana'],
] as const)('%s %s is compared as %s', (kind, shown, value) => {
  expect(normalised(kind, shown)).toBe(value);
});

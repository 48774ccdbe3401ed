import { expect, test } from 'vitest';
import { callerIn } from './caller-in.ts';

test.each([
  [{ phone: '+40 721 123 456' }, { phone: '+40 721 123 456' }],
  [{ phone: 40721123456 }, { phone: '40721123456' }],
  [{ phone: ' 40721123456' }, { phone: '+40721123456' }],
  [{ phone: 'tel:+40721123456' }, { phone: '+40721123456' }],
  [
    { phone: '0721-123-456', customer: 'a' },
    { phone: '0721-123-456', customer: 'a' },
  ],
  [{ phone: 'nobody' }, {}],
  [{ phone: '' }, {}],
  [{ phone: null, customer: 7 }, {}],
])('%j is read as %j', (search, caller) => {
  expect(callerIn(search)).toEqual(caller);
});

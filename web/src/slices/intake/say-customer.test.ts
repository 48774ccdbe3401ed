import { type Customer, nothingSaid } from '@baton/contract';
import { expect, test } from 'vitest';
import { sayCustomer } from './say-customer.ts';

const identity = (kind: 'mail' | 'phone', value: string) => ({
  ...{ id: value, kind, value, verifiedAt: null },
});
const maria: Pick<
  Customer,
  'id' | 'name' | 'identities' | 'language' | 'spelling' | 'formOfAddress'
> = {
  ...{ id: 'm', name: 'Maria Kuznetsova', language: 'ru', spelling: null, formOfAddress: 'Mrs' },
  identities: [
    identity('phone', '+45 1'),
    identity('mail', 'm@k.test'),
    identity('mail', 'b@k.test'),
  ],
};

test('what is known stands in the fields', () => {
  expect(sayCustomer(maria, { ...nothingSaid, name: 'Mar' })).toEqual({
    ...{ customer: 'm', name: 'Maria Kuznetsova', spelling: '', formOfAddress: 'Mrs' },
    ...{ email: 'm@k.test', phone: '+45 1', language: 'ru' },
  });
});

test.each([
  [{ phone: '+45 99' }, { phone: '+45 99', email: 'm@k.test' }],
  [{ email: 'new@k.test' }, { email: 'new@k.test', phone: '+45 1' }],
  [{ email: 'm@' }, { email: 'm@' }],
  [{ email: 'mar' }, { email: 'm@k.test' }],
  [
    { formOfAddress: 'Maria', language: 'da' as const },
    { formOfAddress: 'Maria', language: 'da' },
  ],
])('what was said already, %j, stays', (typed, kept) => {
  expect(sayCustomer(maria, { ...nothingSaid, ...typed })).toMatchObject(kept);
});

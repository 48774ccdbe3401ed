import type { Customer, IntakeChange, IntakeSaid } from '@baton/contract';

type Known = Pick<
  Customer,
  'id' | 'name' | 'identities' | 'language' | 'spelling' | 'formOfAddress'
>;

/**
 * What is known of a customer need not be asked: it stands in the fields as soon as they are found.
 * What was typed of it already is what they just said, and stays; only the name, by which they were
 * looked for, becomes theirs.
 */
export function sayCustomer(known: Known, said: IntakeSaid): IntakeChange {
  const first = (kind: 'mail' | 'phone') =>
    known.identities.find((one) => one.kind === kind)?.value ?? '';
  const kept = (typed: string, other: string) => (typed.trim() === '' ? other : typed);
  return {
    customer: known.id,
    name: known.name,
    spelling: kept(said.spelling, known.spelling ?? ''),
    formOfAddress: kept(said.formOfAddress, known.formOfAddress ?? ''),
    email: said.email.includes('@') ? said.email : first('mail'),
    phone: kept(said.phone, first('phone')),
    language: said.language ?? known.language,
  };
}

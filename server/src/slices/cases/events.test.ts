import { type CaseEventKind, caseEventKinds } from '@baton/contract';
import { expect, expectTypeOf, it } from 'vitest';
import type { CaseFact } from './events.ts';

it('makes no event of which the contract, and so the desk, does not know', () => {
  expectTypeOf<CaseFact['kind']>().toEqualTypeOf<CaseEventKind>();
  expect(new Set(caseEventKinds).size).toBe(caseEventKinds.length);
});

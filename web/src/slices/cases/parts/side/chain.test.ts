import type { CaseEventShape } from '@baton/contract';
import { expect, it } from 'vitest';
import { chain } from './chain.ts';

const at = (hour: number) => `2026-03-04T${String(hour).padStart(2, '0')}:00:00Z`;
const event = (hour: number, kind: string, data: Record<string, unknown> = {}) =>
  ({ at: at(hour), kind, data }) as CaseEventShape;

it('is who held it, the present holder first', () => {
  const holds = chain([
    event(1, 'opened', { owner: 'tom' }),
    event(2, 'replied'),
    event(3, 'handed_over', { to: 'ana', reason: 'needs_other_access' }),
  ]);
  expect(holds).toEqual([
    { agent: 'ana', from: at(3), to: null, why: null },
    { agent: 'tom', from: at(1), to: at(3), why: 'needs_other_access' },
  ]);
});

it('goes on in the same hands when a solved case is reopened', () => {
  const holds = chain([
    event(1, 'opened', { owner: 'tom' }),
    event(2, 'solved'),
    event(3, 'reopened', { owner: 'tom' }),
  ]);
  expect(holds).toEqual([{ agent: 'tom', from: at(1), to: null, why: null }]);
});

it('ends when the case is closed, and begins again when it is reopened', () => {
  const holds = chain([
    event(1, 'opened', { owner: 'tom' }),
    event(2, 'closed'),
    event(5, 'reopened', { owner: 'ana' }),
  ]);
  expect(holds.map(({ agent, to }) => [agent, to])).toEqual([
    ['ana', null],
    ['tom', at(2)],
  ]);
});

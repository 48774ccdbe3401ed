import type { Calendar } from '@baton/contract';
import { expect, it } from 'vitest';
import { keeps, usesWith } from './keeping.ts';

const calendar = {
  uses: {
    company: false,
    levels: [1],
    teams: [{ id: 'front', name: 'Front line' }],
    agents: [{ id: 'tom', name: 'Tom' }],
  },
} as Calendar;

it('knows who keeps its hours', () => {
  expect(keeps(calendar, { kind: 'company' })).toBe(false);
  expect(keeps(calendar, { kind: 'level', id: 1 })).toBe(true);
  expect(keeps(calendar, { kind: 'agent', id: 'tom' })).toBe(true);
  expect(keeps(calendar, { kind: 'team', id: 'tom' })).toBe(false);
});

it('takes somebody in and lets somebody go, and leaves the others as they are', () => {
  const kept = { company: false, levels: [1], teams: ['front'], agents: ['tom'] };
  expect(usesWith(calendar, { kind: 'agent', id: 'eva' }, true)).toEqual({
    ...kept,
    agents: ['tom', 'eva'],
  });
  expect(usesWith(calendar, { kind: 'agent', id: 'tom' }, true)).toEqual(kept);
  expect(usesWith(calendar, { kind: 'level', id: 1 }, false)).toEqual({ ...kept, levels: [] });
  expect(usesWith(calendar, { kind: 'company' }, true)).toEqual({ ...kept, company: true });
});

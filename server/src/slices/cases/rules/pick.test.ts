import { describe, expect, it } from 'vitest';
import { type Candidate, inOrder } from './pick.ts';

const candidate = (agentId: string, rest: Partial<Candidate> = {}): Candidate => ({
  agentId,
  capacity: 20,
  loadInTeam: 0,
  load: 0,
  lastPickedAt: null,
  ...rest,
});
const order = (candidates: Candidate[]) => inOrder(candidates).map(({ agentId }) => agentId);

describe('who receives a case', () => {
  it.each<[string, Candidate[], string[]]>([
    [
      'below capacity before full, however few the full one holds',
      [candidate('full', { capacity: 1, loadInTeam: 1, load: 1 }), candidate('busy', { load: 15 })],
      ['busy', 'full'],
    ],
    [
      'then fewest open cases, of all teams together',
      [candidate('b', { load: 3, loadInTeam: 0 }), candidate('a', { load: 2, loadInTeam: 2 })],
      ['a', 'b'],
    ],
    [
      'then who waited longest; who was never picked comes first',
      [
        candidate('late', { lastPickedAt: new Date(2) }),
        candidate('early', { lastPickedAt: new Date(1) }),
        candidate('never'),
      ],
      ['never', 'early', 'late'],
    ],
    [
      'if all are full, the least loaded',
      [
        candidate('b', { capacity: 1, loadInTeam: 9, load: 9 }),
        candidate('a', { capacity: 1, loadInTeam: 8, load: 8 }),
      ],
      ['a', 'b'],
    ],
  ])('%s', (_, candidates, expected) => {
    expect(order(candidates)).toEqual(expected);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Candidate, firstChoices, inOrder, isFull } from './pick.ts';

const candidate = (agentId: string, rest: Partial<Candidate> = {}): Candidate => ({
  agentId,
  capacity: 20,
  loadInTeam: 0,
  load: 0,
  lastPickedAt: null,
  onShift: true,
  shiftStartsAt: null,
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
      'on shift before off shift, though it holds more',
      [candidate('home', { onShift: false }), candidate('here', { load: 9 })],
      ['here', 'home'],
    ],
    [
      'off shift: whose shift starts soonest, then those of whom nobody knows',
      [
        candidate('never', { onShift: false }),
        candidate('tomorrow', { onShift: false, shiftStartsAt: new Date(9) }),
        candidate('soon', { onShift: false, shiftStartsAt: new Date(5), load: 4 }),
      ],
      ['soon', 'tomorrow', 'never'],
    ],
    [
      'below capacity off shift before full on shift',
      [
        candidate('full', { capacity: 1, loadInTeam: 1, load: 1 }),
        candidate('home', { onShift: false }),
      ],
      ['home', 'full'],
    ],
    [
      'if all are full, the least loaded, whether on shift or not',
      [
        candidate('here', { capacity: 1, loadInTeam: 9, load: 9 }),
        candidate('home', { capacity: 1, loadInTeam: 8, load: 8, onShift: false }),
      ],
      ['home', 'here'],
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

describe('among any candidates', () => {
  const one = fc.record({
    capacity: fc.integer({ min: 1, max: 4 }),
    loadInTeam: fc.integer({ min: 0, max: 5 }),
    elsewhere: fc.integer({ min: 0, max: 5 }),
    picked: fc.option(fc.integer({ min: 0, max: 3 })),
    onShift: fc.boolean(),
    starts: fc.option(fc.integer({ min: 1, max: 3 })),
  });
  const team = fc.array(one, { minLength: 1, maxLength: 8 }).map((all) =>
    all.map(({ elsewhere, picked, starts, ...rest }, index) =>
      candidate(`agent-${index}`, {
        ...rest,
        load: rest.loadInTeam + elsewhere,
        lastPickedAt: picked === null ? null : new Date(picked),
        shiftStartsAt: rest.onShift || starts === null ? null : new Date(starts),
      }),
    ),
  );
  const unlike = (a: Candidate, b: Candidate) =>
    isFull(a) !== isFull(b) || (!isFull(a) && a.onShift !== b.onShift);

  it('the order is the same whatever the order in which they are read', () => {
    fc.assert(
      fc.property(team, fc.infiniteStream(fc.nat()), (given, shuffle) => {
        const shuffled = given
          .map((value) => ({ value, at: shuffle.next().value! }))
          .toSorted((a, b) => a.at - b.at)
          .map(({ value }) => value);
        expect(order(shuffled)).toEqual(order(given));
      }),
    );
  });

  it('nobody is passed over for somebody worse', () => {
    fc.assert(
      fc.property(team, (given) => {
        const first = inOrder(given)[0]!;
        if (given.some((other) => !isFull(other))) expect(isFull(first)).toBe(false);
        const alike = given.filter((other) => isFull(other) === isFull(first));
        if (isFull(first)) {
          expect(first.load).toBe(Math.min(...alike.map(({ load }) => load)));
        } else if (alike.some(({ onShift }) => onShift)) {
          expect(first.onShift).toBe(true);
          const here = alike.filter(({ onShift }) => onShift);
          expect(first.load).toBe(Math.min(...here.map(({ load }) => load)));
        }
      }),
    );
  });

  it('where a locked row decides, it decides among those who are alike', () => {
    fc.assert(
      fc.property(team, (given) => {
        const [first, ...others] = inOrder(given);
        const choices = firstChoices([first!, ...others]);
        expect(choices[0]).toBe(first!.agentId);
        expect(others.filter((o) => choices.includes(o.agentId) && unlike(o, first!))).toEqual([]);
      }),
    );
  });
});

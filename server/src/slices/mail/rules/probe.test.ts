import { expect, test } from 'vitest';
import { hourMs } from '../../../kernel/duration.ts';
import { plus } from '../../../kernel/instant.ts';
import { type Probe, probeMark, probeOf, suggestedKind } from './probe.ts';

const now = new Date('2026-03-04T10:00:00Z');
const keys = {
  sign: (text: string) => `mac-of-${text}`,
  all: (text: string) => [`mac-of-${text}`],
};
const underWay = { askedAt: now, refused: null, arrivedAt: null };
const arrived = { ...underWay, arrivedAt: now };
const refused = { ...underWay, refused: '550 No such user' };
const lost = { ...underWay, askedAt: plus(now, -hourMs) };

type Fate = Omit<Probe, 'kind'>;
test.each<[string, Fate, Fate, string | null]>([
  ['both under way', underWay, underWay, null],
  ['plus arrived', arrived, underWay, 'plus'],
  ['both arrived', arrived, arrived, 'plus'],
  ['catch-all was faster', underWay, arrived, null],
  ['plus was refused', refused, arrived, 'catch_all'],
  ['plus was lost', lost, arrived, 'catch_all'],
  ['neither is taken', refused, refused, 'none'],
  ['neither arrived', lost, lost, 'none'],
  ['plus refused, the other under way', refused, underWay, null],
])('what probes speak for: %s', (_what, first, second, expected) => {
  const probes: Probe[] = [
    { kind: 'plus', ...first },
    { kind: 'catch_all', ...second },
  ];
  expect(suggestedKind(probes, now)).toBe(expected);
});

test('without probes nothing is suggested', () => {
  expect(suggestedKind([], now)).toBeNull();
});

test('a probe is known by its header, and a forged one is none', () => {
  const letter = (value: string) => ({ headers: [{ name: 'x-baton-probe', value }] });
  expect(probeOf(letter(probeMark('1', keys)), keys)).toBe('1');
  expect(probeOf(letter('1 mac-of-2'), keys)).toBeNull();
  expect(probeOf(letter('1'), keys)).toBeNull();
  expect(probeOf({ headers: [] }, keys)).toBeNull();
});

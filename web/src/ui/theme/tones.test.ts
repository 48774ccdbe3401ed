import { describe, expect, it } from 'vitest';
import { contrast } from './contrast.ts';
import { dark, light, toneVariables, type Tones } from './tones.ts';

const grounds = ['bg', 'surface', 'sunken', 'accentSoft', 'note'] as const;
/** Text on a ground: at least 4.5 (WCAG 1.4.3). */
const texts: [keyof Tones, keyof Tones][] = [
  ...grounds.flatMap((ground): [keyof Tones, keyof Tones][] => [
    ['text', ground],
    ['muted', ground],
    ['accent', ground],
    ['warn', ground],
    ['late', ground],
  ]),
  ['warn', 'warnSoft'],
  ['late', 'lateSoft'],
  ['text', 'warnSoft'],
  ['text', 'lateSoft'],
  ['onAccent', 'accent'],
  ['onAccent', 'accentHover'],
];
/** The border of something to write in or press, the ring: at least 3 (WCAG 1.4.11). */
const marks: [keyof Tones, keyof Tones][] = [
  ['edge', 'surface'],
  ['edge', 'bg'],
  ['accent', 'line'],
  ['warn', 'line'],
  ['late', 'line'],
];

describe.each([
  ['light', light],
  ['dark', dark],
])('%s', (_, tones) => {
  it.each(texts)('%s can be read on %s', (text, ground) => {
    expect(contrast(tones[text], tones[ground])).toBeGreaterThanOrEqual(4.5);
  });
  it.each(marks)('%s can be told from %s', (mark, ground) => {
    expect(contrast(tones[mark], tones[ground])).toBeGreaterThanOrEqual(3);
  });
});

it('becomes CSS variables', () => {
  expect(toneVariables(light)).toMatchObject({ '--bg': '#f7f6f4', '--accent-soft': '#e3f0ed' });
});

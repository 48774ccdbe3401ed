/**
 * The tones of the desk, light and dark. `line` parts, `rim` goes around what can be pressed, `edge`
 * around what can be written in. Every pair of text and ground that occurs is held to
 * WCAG 2.2 AA by tones.test.ts; `faint` is for marks and lines that say nothing alone, never text.
 */
export const light = {
  bg: '#f7f6f4',
  surface: '#ffffff',
  sunken: '#f1f0ed',
  line: '#e4e2dd',
  rim: '#cdcac2',
  edge: '#8c8a83',
  text: '#1d1c1a',
  muted: '#65635d',
  faint: '#9a978f',
  accent: '#0d6b5e',
  accentHover: '#0a584d',
  accentSoft: '#e3f0ed',
  onAccent: '#ffffff',
  warn: '#9a5105',
  warnSoft: '#fbeedd',
  late: '#b3261e',
  lateSoft: '#fbe9e7',
  note: '#fdf7e2',
  noteLine: '#eadfb4',
} as const;

export type Tones = Record<keyof typeof light, string>;

export const dark: Tones = {
  bg: '#141413',
  surface: '#1b1b1a',
  sunken: '#242422',
  line: '#32312e',
  rim: '#45433f',
  edge: '#7d7a73',
  text: '#ecebe7',
  muted: '#a8a59d',
  faint: '#75726b',
  accent: '#55c2ae',
  accentHover: '#6fd0be',
  accentSoft: '#17332e',
  onAccent: '#0c211d',
  warn: '#e0a158',
  warnSoft: '#3a2c17',
  late: '#f08a80',
  lateSoft: '#3b1f1d',
  note: '#2b2819',
  noteLine: '#4a4326',
};

/** The tones as CSS variables: `accentSoft` becomes `--accent-soft`. */
export function toneVariables(tones: Tones): Record<string, string> {
  return Object.fromEntries(
    Object.entries(tones).map(([name, value]) => [
      `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
      value,
    ]),
  );
}

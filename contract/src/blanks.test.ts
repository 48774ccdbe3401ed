import { describe, expect, it, test } from 'vitest';
import { blanksIn, fillBlanks, isUnchanged, unknownBlanks } from './blanks.ts';

const values = {
  'customer.name': 'Maria',
  'case.number': '1042',
  'case.subject': 'Refund',
  'agent.name': null,
  'team.name': 'Front',
  'brand.name': 'Nordlys',
};

describe('blanks', () => {
  it('are found once each, those of Baton and those of a person', () => {
    expect(blanksIn('{{customer.name}}: [[what was done]], {{customer.name}} [[by when]]')).toEqual(
      ['{{customer.name}}', '[[what was done]]', '[[by when]]'],
    );
    expect(blanksIn('if [ -f x ]; a[[]] {} {{}} [one]')).toEqual([]);
  });

  it('are filled in as far as it is known', () => {
    expect(fillBlanks('Dear {{ customer.name }}, {{agent.name}}', values)).toBe(
      'Dear Maria, {{agent.name}}',
    );
  });

  it('of Baton have names that it knows', () => {
    expect(unknownBlanks('{{customer.name}} {{customer.shoe}} [[x]]')).toEqual(['customer.shoe']);
  });
});

const greeting = 'Dear {{customer.name}},\n\nYour case {{case.number}} is solved.\n{{agent.name}}';
test.each<[string, string, string, boolean]>([
  ['as it stands', greeting, fillBlanks(greeting, { ...values, 'agent.name': 'Tom' }), true],
  ['other line ends', 'One.\n\nTwo.', 'One.\r\nTwo. ', true],
  ['a word more at the end', 'One.', 'One. Two.', false],
  ['a word more at the beginning', 'One.', 'So: One.', false],
  ['a word more in between', 'One. Two.', 'One. And. Two.', false],
  [
    'a word more after what was filled in',
    '{{customer.name}}, hello.',
    'Maria, hello. Yes.',
    false,
  ],
  [
    'much more in the place of a blank',
    'Dear {{customer.name}}.',
    `Dear ${'x'.repeat(500)}.`,
    false,
  ],
  ['a blank that a person filled', 'It is [[what]].', 'It is done.', false],
  ['the same word twice', '{{team.name}} a {{team.name}} a', 'Front a Front a', true],
  ['nothing of it', 'One.', '', false],
])('a template is told from what a person wrote: %s', (_what, template, text, unchanged) => {
  expect(isUnchanged(template, text)).toBe(unchanged);
});

import { describe, expect, it } from 'vitest';
import { agentsFor, mentionedIn, nameBegun, withMentions, withName } from './mentions.ts';

const agents = ['Anna', 'Anna Kovács', 'Otto', '王芳'].map((name, id) => ({ id: `${id}`, name }));

describe('a name begun after an @', () => {
  it.each([
    ['@', 1, ''],
    ['Ask @Ann', 8, 'Ann'],
    ['Ask @Anna Ko', 12, 'Anna Ko'],
    ['maria@customer', 14, null],
    ['Ask @Ann then', 4, null],
    ['no', 2, null],
  ])('%j at %i', (text, caret, begun) => {
    expect(nameBegun(text, caret)).toBe(begun);
  });

  it('offers who is called so, by any part of the name', () => {
    const names = (begun: string) => agentsFor(begun, agents).map(({ name }) => name);
    expect(names('an')).toEqual(['Anna', 'Anna Kovács']);
    expect(names('kov')).toEqual(['Anna Kovács']);
    expect(names('Otto ')).toEqual([]);
    expect(names('王')).toEqual(['王芳']);
  });

  it('is replaced by the whole name', () => {
    expect(withName('Ask @Ot please', 7, 'Otto')).toEqual({ text: 'Ask @Otto please', caret: 10 });
  });
});

it('finds who is mentioned, the longest name first', () => {
  expect(mentionedIn('@Anna Kovács, see @Otto. And @王芳', agents)).toEqual(['1', '2', '3']);
  expect(mentionedIn('@Anna: look. @Ottokar and x@Nobody', agents)).toEqual(['0']);
});

it.each([
  ['Ask @Anna Kovács, then @Otto', 'Ask [@Anna Kovács], then [@Otto]'],
  ['@王芳 看一下', '[@王芳] 看一下'],
  ['@Otto@Anna', '[@Otto][@Anna]'],
  ['anna@lund.test, @Nobody', 'anna@lund.test, @Nobody'],
  ['', ''],
])('of %j the mentions stand out', (text, pieces) => {
  const found = withMentions(text, agents);
  expect(found.map((one) => (one.mention ? `[${one.text}]` : one.text)).join('')).toBe(pieces);
});

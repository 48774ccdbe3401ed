import { expect, test } from 'vitest';
import { takeInlineFiles } from './inline-files.ts';
import { textOfRtf } from './rtf-text.ts';
import { unpackRtf } from './rtf-unpack.ts';
import { readPkcs7 } from './signed-content.ts';
import { readTnef } from './tnef.ts';

test('compressed RTF is unpacked, what refers to what came before, too (MS-OXRTFCP §4)', () => {
  const simple =
    '2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0';
  expect(unpackRtf(Buffer.from(simple, 'hex')).toString('latin1')).toBe(
    '{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n',
  );
  expect(textOfRtf(unpackRtf(Buffer.from(simple, 'hex')))).toBe('hello world');
  const crossing = '1a0000001c0000004c5a4675e2d44b51410004205758595a0d6e7d010eb0';
  expect(unpackRtf(Buffer.from(crossing, 'hex')).toString('latin1')).toBe(
    '{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}',
  );
});

test.each([
  ['nothing', ''],
  ['a few bytes', '789f3e22'],
  ['a length beyond the end', '789f3e22010001039006ff00ffffff7f00'],
])('what is no winmail.dat holds nothing: %s', (_what, hex) => {
  expect(readTnef(Buffer.from(hex, 'hex'))).toEqual({ text: null, html: null, files: [] });
});

test.each(['', '30', '3080', '30820101', '3003020101', 'ff'.repeat(40)])(
  'what is no S/MIME is none: %s',
  (hex) => {
    expect(readPkcs7(Buffer.from(hex, 'hex'))).toBeNull();
  },
);

test('a text that speaks of beginnings stays as it is', () => {
  const text = 'We\nbegin 644 times\nand never end.\n';
  expect(takeInlineFiles(text)).toEqual({ text, files: [] });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { signatureLine } from './marks.ts';
import { partsOf } from './parts.ts';

test.each([
  ['Yours\n-- \nBob\nAcme', 'Yours', '-- \nBob\nAcme'],
  ['It is broken.\n\nSent from my iPhone', 'It is broken.', 'Sent from my iPhone'],
  ['It is broken.\n\nElküldve az Outlook iOS verzióból', 'It is broken.', null],
  ['Sent from my iPhone', 'Sent from my iPhone', null],
  ['-- \nBob', '-- \nBob', null],
  [
    'It is sent from my iPhone shop\nand broken.',
    'It is sent from my iPhone shop\nand broken.',
    null,
  ],
  [`It is broken.\n${signatureLine}Bob\n${signatureLine}Acme`, 'It is broken.', 'Bob\nAcme'],
  [
    'Regards\nis what my neighbour sends, call +40 21 123 45 67.\nIt is broken.',
    'Regards\nis what my neighbour sends, call +40 21 123 45 67.\nIt is broken.',
    null,
  ],
])('a signature is told from what is said: %j', (text, fresh, signature) => {
  expect(partsOf(text, '')).toMatchObject({ fresh, ...(signature && { signature }) });
});

test('every line that says something is kept, in one of the parts', () => {
  const line = fc.oneof(
    fc.string({ maxLength: 40 }),
    fc.constantFrom(
      '',
      '-- ',
      '> quoted',
      'Best regards',
      '+40 21 123 45 67',
      'Отправлено с iPhone',
    ),
    fc.constantFrom('---------- Forwarded message ---------', 'On 3 Mar 2026, Anna wrote:'),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
      const { fresh, quoted, signature } = partsOf(lines.join('\n'), '');
      const kept = [fresh, signature, quoted]
        .join('\n')
        .split('\n')
        .map((part) => part.trim());
      for (const part of lines.map((part) => part.trim()).filter(Boolean)) {
        expect(kept).toContain(part);
      }
    }),
  );
});

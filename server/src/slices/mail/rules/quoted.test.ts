import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ownMs } from '../../../../test/own-time.ts';
import { splitQuoted } from './quoted.ts';

const attributions: [string, string][] = [
  ['Gmail, English', 'On Tue, Mar 3, 2026 at 10:24 AM Anna Smith <anna@x.test> wrote:'],
  [
    'Gmail, broken in two',
    'On Tue, Mar 3, 2026 at 10:24 AM Anna Smith With A Long Name\n<anna@x.test> wrote:',
  ],
  ['Gmail, Romanian', 'În mar., 3 mar. 2026 la 10:24, Anna Smith <anna@x.test> a scris:'],
  ['Gmail, Hungarian', 'Anna Smith <anna@x.test> ezt írta (időpont: 2026. márc. 3., K, 10:24):'],
  ['Gmail, Chinese', 'Anna Smith <anna@x.test> 于2026年3月3日周二 10:24写道：'],
  ['Gmail, Russian', 'вт, 3 мар. 2026 г. в 10:24, Anna Smith <anna@x.test>:'],
  ['Gmail, Danish', 'Den tirs. 3. mar. 2026 kl. 10.24 skrev Anna Smith <anna@x.test>:'],
  ['Apple Mail, English', 'On 3 Mar 2026, at 10:24, Anna Smith <anna@x.test> wrote:'],
  ['Apple Mail, Danish', 'Den 3. mar. 2026 kl. 10.24 skrev Anna Smith <anna@x.test>:'],
  ['Apple Mail, Russian', '3 марта 2026 г., в 10:24, Anna Smith <anna@x.test> написал(а):'],
  [
    'Apple Mail, Hungarian',
    '2026. márc. 3. dátummal, 10:24 időpontban Anna Smith <anna@x.test> írta:',
  ],
  ['Apple Mail, Chinese', '2026年3月3日 10:24，Anna Smith <anna@x.test> 写道：'],
  ['Thunderbird, English', 'On 3/3/26 10:24, Anna Smith wrote:'],
  ['Thunderbird, Romanian', 'Pe 03.03.2026 10:24, Anna Smith a scris:'],
  ['Thunderbird, Hungarian', '2026. 03. 03. 10:24 keltezéssel, Anna Smith írta:'],
  ['Thunderbird, Russian', '03.03.2026 10:24, Anna Smith пишет:'],
  ['Thunderbird, Danish', 'Den 03-03-2026 kl. 10:24 skrev Anna Smith:'],
  ['Thunderbird, Chinese', '在 2026/3/3 10:24, Anna Smith 写道:'],
];

test.each(attributions)('quoted text is told apart: %s', (_program, attribution) => {
  const quoted = `${attribution}\n\n> Please send the serial number.\n>\n> Anna`;
  expect(splitQuoted(`It is 4711.\n\n${quoted}\n`)).toEqual({ fresh: 'It is 4711.', quoted });
  const bottom = splitQuoted(`${attribution}\n> Please send it.\n\nIt is 4711.\n`);
  expect(bottom).toEqual({ fresh: 'It is 4711.', quoted: `${attribution}\n> Please send it.` });
});

const blocks: [string, string][] = [
  [
    'English',
    'From: Anna <anna@x.test>\nSent: Tuesday, March 3, 2026 10:24\nTo: Bob\nSubject: Router',
  ],
  [
    'Romanian',
    'De la: Anna <anna@x.test>\nTrimis: marți, 3 martie 2026 10:24\nCătre: Bob\nSubiect: Router',
  ],
  [
    'Hungarian',
    'Feladó: Anna <anna@x.test>\nElküldve: 2026. március 3., kedd 10:24\nCímzett: Bob\nTárgy: Router',
  ],
  [
    'Chinese',
    '发件人: Anna <anna@x.test>\n发送时间: 2026年3月3日 10:24\n收件人: Bob\n主题: Router',
  ],
  ['Russian', 'От: Anna <anna@x.test>\nОтправлено: 3 марта 2026 г. 10:24\nКому: Bob\nТема: Router'],
  ['Danish', 'Fra: Anna <anna@x.test>\nSendt: 3. marts 2026 10:24\nTil: Bob\nEmne: Router'],
];

test.each(blocks)('Outlook writes a header block: %s', (_language, block) => {
  const quoted = `________________________________\n${block}\n\nPlease send the serial number.`;
  expect(splitQuoted(`It is 4711.\n\n${quoted}`)).toEqual({ fresh: 'It is 4711.', quoted });
  const bare = `${block}\n\nPlease send the serial number.`;
  expect(splitQuoted(`It is 4711.\n\n${bare}`)).toEqual({ fresh: 'It is 4711.', quoted: bare });
});

test.each([
  '-----Original Message-----',
  '----- Mesajul original -----',
  '-----Eredeti üzenet-----',
  '------------------ 原始邮件 ------------------',
  '----- Исходное сообщение -----',
  '-----Oprindelig meddelelse-----',
])('a separator begins the quote: %s', (separator) => {
  const { fresh, quoted } = splitQuoted(`It is 4711.\n\n${separator}\nFrom: Anna\n\nPlease.`);
  expect(fresh).toBe('It is 4711.');
  expect(quoted).toContain('Please.');
});

test.each([
  ['an answer between the lines', '> Which one?\nThe blue one.\n> When?\nYesterday.'],
  ['nothing but a quote', '> Only this.'],
  ['a sentence that mentions writing', 'My neighbour wrote:\nyour router is broken.'],
  ['a header alone', 'From: the beginning it was broken.\nIt never worked.'],
  ['a signature', 'It is broken.\n-- \nBob'],
])('a message is left whole: %s', (_what, text) => {
  expect(splitQuoted(text)).toEqual({ fresh: text, quoted: null });
});

test('every line that says something is kept, in one of the two parts', () => {
  const line = fc.oneof(
    fc.string({ maxLength: 40 }),
    fc.constantFrom('', '> quoted', '>> twice', '-- ', ...attributions.map(([, text]) => text)),
    fc.constantFrom(...blocks.map(([, text]) => text), '-----Original Message-----'),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
      const { fresh, quoted } = splitQuoted(lines.join('\n'));
      const kept = `${fresh}\n${quoted ?? ''}`.split('\n').map((part) => part.trim());
      const said = lines.flatMap((part) => part.split('\n')).map((part) => part.trim());
      for (const part of said.filter(Boolean)) expect(kept).toContain(part);
    }),
  );
});

test.each([
  ['lines that look quoted in turns', '> a\nb 10:24\n'.repeat(90_000)],
  ['many attributions', 'On 2026 at 10:24, A wrote:\n> x\ny\n'.repeat(900)],
  ['lines made to be searched for long', `den ${'2026 <'.repeat(60)}>:\n`.repeat(2500)],
  ['one long line', 'x'.repeat(1_000_000)],
])('is done with %s before anybody would notice', (_, text) => {
  const begun = ownMs();
  const { fresh, quoted } = splitQuoted(text);
  expect(fresh.length + (quoted ?? '').length).toBeGreaterThan(text.length * 0.9);
  // A bound against squares and worse, not a measurement: these took minutes.
  expect(ownMs() - begun).toBeLessThan(5000);
});

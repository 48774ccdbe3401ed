import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { testFolder } from '../../../../test/deps.ts';
import { ownMs } from '../../../../test/own-time.ts';
import { openStorage, type Storage } from '../../../platform/storage.ts';
import { readLetter } from './read-letter.ts';
import type { Reading } from './reading.ts';
import { broken, charsets, mail } from './ugly-mails.ts';

let storage: Storage;
beforeAll(async () => {
  storage = await openStorage(await testFolder());
});

async function read(raw: Buffer): Promise<Reading> {
  const stored = await storage.put(raw);
  const original = {
    ...stored,
    name: 'original.eml',
    type: 'message/rfc822',
    inlineId: null,
    beginning: null,
  };
  return readLetter({ storage }, original);
}

describe('a character set never stops a mail', () => {
  test.each(Object.entries(charsets))('%s', async (_name, [raw, subject, text]) => {
    const { letter, fault } = await read(raw);
    expect(fault).toBeNull();
    expect({ subject: letter.subject, text: letter.text.trim() }).toEqual({ subject, text });
  });
});

describe('a broken mail is read as far as it goes', () => {
  test.each(Object.entries(broken))('%s', async (_name, [raw, text]) => {
    const { letter, files, fault } = await read(raw);
    if (text !== null) expect(letter.text).toContain(text);
    expect(letter.text).not.toContain('\u0000');
    expect(letter.subject).not.toContain('\u0000');
    if (fault) expect(files).toMatchObject([{ name: 'original.eml', size: raw.length }]);
  });
});

test('of doubled headers the first counts', async () => {
  const { letter } = await read(
    mail(
      'From: a@x.test\r\nFrom: b@x.test\r\nDate: junk\r\nDate: Tue, 3 Mar 2026 10:00:00 +0200\r\n',
      'Message-ID: <1@x>\r\nMessage-ID: <2@x>\r\nSubject: one\r\nSubject: two\r\n\r\nx',
    ),
  );
  expect(letter.headers.at(-1)).toEqual({ name: 'subject', value: 'two' });
  expect(letter).toMatchObject({
    from: { address: 'a@x.test' },
    writtenAt: new Date('2026-03-03T08:00:00Z'),
    messageId: '<1@x>',
    subject: 'one',
  });
});

test('a mail without From is no failure', async () => {
  const { letter } = await read(mail('Subject: x\r\n\r\nhello'));
  expect(letter).toMatchObject({ from: null, text: 'hello', messageId: null });
});

test('files are kept by their content, with names that can be kept', async () => {
  const { letter, files, htmlSha256 } = await read(
    mail(
      'From: a@x.test\r\nContent-Type: multipart/mixed; boundary=m\r\n\r\n',
      '--m\r\nContent-Type: multipart/related; boundary=r\r\n\r\n',
      '--r\r\nContent-Type: text/html\r\n\r\n<p>See <img src="cid:pic@x"></p>\r\n',
      '--r\r\nContent-Type: image/png\r\nContent-ID: <pic@x>\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n--r--\r\n',
      "--m\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename*0*=UTF-8''%D0%BF%D1%80; filename*1*=%D0%B8.pdf\r\n\r\nPDF\r\n",
      '--m\r\nContent-Type: application/pdf; name="=?utf-8?Q?=C3=A1.pdf?="\r\n\r\nPDF\r\n',
      '--m\r\nContent-Type: application/x; name="../../etc/passwd"\r\nContent-Disposition: attachment\r\n\r\n\r\n',
      '--m\r\nContent-Type: message/rfc822\r\n\r\nFrom: c@x.test\r\nSubject: inner\r\n\r\ninner text\r\n',
      '--m--\r\n',
    ),
  );
  expect(letter.text).toContain('See');
  expect(letter.text).not.toContain('inner text');
  expect(files.map(({ name, type, inlineId }) => [name, type, inlineId])).toEqual([
    ['image.png', 'image/png', 'pic@x'],
    ['при.pdf', 'application/pdf', null],
    ['á.pdf', 'application/pdf', null],
    ['__.._etc_passwd', 'application/x', null],
    ['inner.eml', 'message/rfc822', null],
  ]);
  expect(await storage.read(files[0]!.sha256)).toEqual(Buffer.from('iVBORw0KGgo=', 'base64'));
  expect(String(await storage.read(htmlSha256!))).toContain('cid:pic@x');
});

test('of alternatives the plain text is shown, and quotes of HTML are marked', async () => {
  const alternative = await read(
    mail(
      'From: a@x.test\r\nContent-Type: multipart/alternative; boundary=m\r\n\r\n',
      '--m\r\nContent-Type: text/plain\r\n\r\nplain\r\n--m\r\nContent-Type: text/html\r\n\r\n<b>rich</b>\r\n--m--',
    ),
  );
  expect(alternative.letter.text.trim()).toBe('plain');
  const html = await read(
    mail('From: a@x.test\r\nContent-Type: text/html\r\n\r\n<p>new</p><blockquote>old</blockquote>'),
  );
  expect(html.letter.text).toBe('new\n\n> old');
});

test('a mail of many HTML parts is read without holding up everybody else', async () => {
  const part = `--m\r\nContent-Type: text/html\r\n\r\n${'<ul><li>x'.repeat(25_000)}\r\n`;
  const raw = mail(
    'From: a@x.test\r\nContent-Type: multipart/mixed; boundary=m\r\n\r\n',
    part.repeat(60),
    '--m--',
  );
  const timer = setInterval(() => {
    longest = Math.max(longest, ownMs() - ticked);
    ticked = ownMs();
  }, 20);
  let longest = 0;
  let ticked = ownMs();
  const { letter, files } = await read(raw);
  await new Promise((resolve) => setTimeout(resolve, 50));
  clearInterval(timer);
  expect(letter.text).toContain('[…]');
  // Parts for which there was no room any more, and the original.
  expect(files.length).toBeGreaterThan(30);
  expect(files[0]!.name).toBe('original.eml');
  // Each of the parts alone took a second, all of them in one go.
  expect(longest).toBeLessThan(5000);
}, 60_000);

test('of more text than anybody reads the beginning is shown; nothing is lost', async () => {
  const { letter, files } = await read(
    mail(
      'From: a@x.test\r\nContent-Type: multipart/mixed; boundary=m\r\n\r\n',
      `--m\r\nContent-Type: text/plain\r\n\r\n${'It is broken.\r\n'.repeat(400_000)}`,
      '--m\r\nContent-Type: text/plain; name=second.txt\r\n\r\nAnd one thing more.\r\n--m--',
    ),
  );
  expect(letter.text.length).toBeLessThan(1_100_000);
  expect(letter.text.endsWith('[…]')).toBe(true);
  expect(files.map(({ name }) => name)).toEqual(['original.eml', 'second.txt']);
  expect(String(await storage.read(files[1]!.sha256))).toContain('And one thing more.');
});

test('a delivery status notification is read (RFC 3464)', async () => {
  const { letter } = await read(
    mail(
      'From: MAILER-DAEMON@relay.test\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=m\r\n\r\n',
      '--m\r\n\r\nCould not deliver.\r\n',
      '--m\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; relay.test\r\n\r\n',
      'Final-Recipient: rfc822; maria@customer.test\r\nAction: failed\r\nStatus: 5.1.1\r\nDiagnostic-Code: smtp; 550\r\n no such user\r\n',
      '--m\r\nContent-Type: message/rfc822\r\n\r\nMessage-ID: <c1001-abc.1@acme.test>\r\nSubject: x\r\n\r\nx\r\n--m--',
    ),
  );
  expect(letter).toMatchObject({
    reportType: 'delivery-status',
    report: {
      action: 'failed',
      status: '5.1.1',
      recipient: 'maria@customer.test',
      diagnostic: '550 no such user',
    },
    returnedIds: ['<c1001-abc.1@acme.test>'],
  });
});

test('whatever arrives, something comes out', async () => {
  const lines = fc.array(
    fc.oneof(
      fc.constantFrom(
        '',
        '--b',
        '--b--',
        'Content-Type: multipart/mixed; boundary=b',
        'Content-Type: multipart/alternative; boundary="b',
        'Content-Type: text/html; charset=utf-16',
        'Content-Type: message/rfc822',
        'Content-Type: text/plain; format=flowed; delsp=yes',
        'Content-Transfer-Encoding: base64',
        'Content-Disposition: attachment; filename*=x',
        'From: =?utf-8?B?////?= <a@x',
        'Subject: =?iso-2022-jp?B?GyRC?=',
      ),
      fc.string({ unit: 'binary', maxLength: 60 }),
    ),
    { maxLength: 40 },
  );
  const anything = fc.oneof(
    fc.uint8Array({ maxLength: 2000 }).map((bytes) => Buffer.from(bytes)),
    lines.map((all) => Buffer.from(all.join('\r\n'))),
  );
  await fc.assert(
    fc.asyncProperty(anything, async (raw) => {
      const { letter } = await read(raw);
      expect(letter.text.isWellFormed()).toBe(true);
    }),
    { numRuns: 300 },
  );
}, 60_000);

test('what an invitation says can be stored, whatever bytes are in it', async () => {
  const calendar = 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Me\0eting\r\nEND:VEVENT\r\n';
  const { notes } = await read(
    mail(`From: a@x.test\r\nSubject: x\r\nContent-Type: text/calendar\r\n\r\n${calendar}`),
  );
  expect(notes).toMatchObject([{ invitation: { what: 'Me\ufffdeting' } }]);
});

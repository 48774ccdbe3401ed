/** Mails as no standard allows them and as they arrive all the same: for tests only. */

const from =
  'From: Maria <maria@customer.test>\r\nTo: support@acme.test\r\nMessage-ID: <1@customer.test>\r\n';

/** Joins texts (as UTF-8) and bytes. */
export function mail(...parts: (string | number[])[]): Buffer {
  return Buffer.concat(parts.map((part) => Buffer.from(part as string)));
}

function text(charset: string, subject: string, body: (string | number[])[]): Buffer {
  return mail(
    from,
    `Subject: ${subject}\r\nContent-Type: text/plain; charset=${charset}\r\n\r\n`,
    ...body,
  );
}

const hungarian1250 = [0xe1, 0x72, 0x76, 0xed, 0x7a, 0x74, 0xfb, 0x72, 0xf5];

/** Character sets: what the mail is, and what must be read out of it. */
export const charsets: Record<string, [mail: Buffer, subject: string, text: string]> = {
  'ISO-2022-JP': [
    text('ISO-2022-JP', '=?ISO-2022-JP?B?GyRCJDMkcxsoQg==?=', [
      [0x1b, 0x24, 0x42, 0x24, 0x33, 0x24, 0x73, 0x1b, 0x28, 0x42],
    ]),
    'こん',
    'こん',
  ],
  GB18030: [text('gb18030', '=?gb18030?B?xOO6ww==?=', [[0xc4, 0xe3, 0xba, 0xc3]]), '你好', '你好'],
  Big5: [text('big5', '=?big5?B?p0Gmbg==?=', [[0xa7, 0x41, 0xa6, 0x6e]]), '你好', '你好'],
  'KOI8-R': [
    text('KOI8-R', '=?koi8-r?B?0NLJ18XU?=', [[0xd0, 0xd2, 0xc9, 0xd7, 0xc5, 0xd4]]),
    'привет',
    'привет',
  ],
  'windows-1250': [
    text('windows-1250', '=?windows-1250?Q?=BA=E3=FE?=', [hungarian1250]),
    'şăţ',
    'árvíztűrő',
  ],
  'windows-1251': [
    text('cp1251', '=?windows-1251?B?7/Do4uXy?=', [[0xef, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2]]),
    'привет',
    'привет',
  ],
  'windows-1252': [
    text('windows-1252', '=?iso-8859-1?Q?bl=E5b=E6r?=', [[0x62, 0x6c, 0xe5, 0x62, 0xe6, 0x72]]),
    'blåbær',
    'blåbær',
  ],
  'ascii that is UTF-8': [text('us-ascii', 'x', ['árvíztűrő']), 'x', 'árvíztűrő'],
  'no character set': [mail(from, 'Subject: x\r\n\r\nпривет'), 'x', 'привет'],
  'raw UTF-8 in headers': [mail(from, 'Subject: árvíztűrő\r\n\r\nx'), 'árvíztűrő', 'x'],
  'raw windows-1250 in headers': [
    mail(
      from,
      'Subject: ',
      hungarian1250,
      '\r\nContent-Type: text/plain; charset=windows-1250\r\n\r\n',
      hungarian1250,
    ),
    'árvíztűrő',
    'árvíztűrő',
  ],
  'words split inside a character': [
    mail(from, 'Subject: =?utf-8?B?0L8=?= =?utf-8?B?0Q==?= =?utf-8?B?gA==?=\r\n\r\nx'),
    'пр',
    'x',
  ],
  'Q and B mixed': [
    mail(from, 'Subject: =?utf-8?Q?=C3=A1r?= =?utf-8?B?dsOt?=\r\n\r\nx'),
    'árví',
    'x',
  ],
};

function nested(depth: number): Buffer {
  let open = `${from}Subject: nested\r\n`;
  let close = '';
  for (let level = 0; level < depth; level++) {
    open += `Content-Type: multipart/mixed; boundary=b${level}\r\n\r\n--b${level}\r\n`;
    close = `\r\n--b${level}--\r\n${close}`;
  }
  return mail(`${open}Content-Type: text/plain\r\n\r\ndeep down${close}`);
}

/** Broken structure: what must still be found in the text (null: nothing, but no failure). */
export const broken: Record<string, [mail: Buffer, text: string | null]> = {
  'nothing at all': [mail(''), null],
  'an empty line': [mail('\r\n'), null],
  'headers only': [mail(`${from}Subject: x\r\n`), null],
  'an empty body': [mail(`${from}Subject: x\r\n\r\n`), null],
  'no headers': [mail('hello world\r\nthis is text\r\n'), 'hello world\nthis is text'],
  'null bytes': [mail(`${from}Subject: a\0b\r\n\r\nx\0y`), 'x\ufffdy'],
  'an unknown character set': [
    text('x-nonsense', '=?x-nonsense?Q?hi=E9?=', ['hello ', [0xe9]]),
    'hello',
  ],
  'the wrong character set': [text('utf-8', 'x', ['hello ', hungarian1250]), 'hello'],
  'no boundary': [
    mail(`${from}Content-Type: multipart/mixed\r\n\r\n--x\r\n\r\nhello\r\n--x--\r\n`),
    'hello',
  ],
  'another boundary': [
    mail(`${from}Content-Type: multipart/mixed; boundary=y\r\n\r\n--x\r\n\r\nhello\r\n--x--\r\n`),
    'hello',
  ],
  'two boundaries': [
    mail(
      `${from}Content-Type: multipart/mixed; boundary=x; boundary=y\r\n\r\n--x\r\n\r\nhello\r\n--x--\r\n`,
    ),
    'hello',
  ],
  'a boundary never closed': [
    mail(
      `${from}Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\nhello`,
    ),
    'hello',
  ],
  '200 nested parts': [nested(200), 'deep down'],
  '3,000 nested parts': [nested(3000), null],
  'a header of 1 MB': [
    mail(`${from}X-Big: ${'a'.repeat(1 << 20)}\r\nSubject: x\r\n\r\nhello`),
    'hello',
  ],
  'headers of 6 MB': [mail(`${from}${`X-A: ${'b'.repeat(70)}\r\n`.repeat(80_000)}\r\nhello`), null],
  'a line of 200 kB': [mail(`${from}\r\n${'x'.repeat(200_000)}`), 'x'.repeat(200_000)],
  'bad quoted-printable': [
    mail(
      `${from}Content-Transfer-Encoding: quoted-printable\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nhello =ZZ =C3=A1`,
    ),
    'á',
  ],
  'bad base64': [mail(`${from}Content-Transfer-Encoding: base64\r\n\r\naGVs!!bG8`), 'hello'],
  'an unknown transfer encoding': [
    mail(`${from}Content-Transfer-Encoding: x-uuencode\r\n\r\nhello`),
    'hello',
  ],
  'names of Object.prototype': [
    mail(
      `${from}__proto__: x\r\nconstructor: y\r\nContent-Type: text/plain; __proto__=x\r\n\r\nhello`,
    ),
    'hello',
  ],
  '10,000 recipients': [
    mail(
      `From: a@x.test\r\nTo: ${Array.from({ length: 10_000 }, (_, i) => `u${i}@x.test`).join(',\r\n ')}\r\n\r\nhello`,
    ),
    'hello',
  ],
  'bare line feeds': [mail('From: a@x.test\nSubject: x\n\nhello'), 'hello'],
  'HTML only': [
    mail(
      `${from}Content-Type: text/html; charset=utf-8\r\n\r\n<p>hello <b>world</b></p><script>evil()</script>`,
    ),
    'hello world',
  ],
  'HTML nested 20,000 deep': [
    mail(`${from}Content-Type: text/html\r\n\r\n${'<div>'.repeat(20_000)}hello`),
    null,
  ],
};

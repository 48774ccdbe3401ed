import { crc32, deflateSync } from 'node:zlib';
import { mailHost } from './company.ts';

/** A letter as a customer's mail program writes it. */
export type Letter = {
  from: { name: string; address: string };
  to: string;
  subject: string;
  text: string;
  at: Date;
  /** Of the message of ours that it answers. */
  inReplyTo: string | null;
  id: string;
  /** A photograph, drawn from a number; null sends none. */
  picture: number | null;
};

/** The whole mail in RFC 5322 form; our own mail server has told that the sender is genuine. */
export function composed(letter: Letter): Buffer {
  const { from, to, subject, text, at, inReplyTo, id, picture } = letter;
  const headers = [
    `Authentication-Results: ${mailHost}; dmarc=pass header.from=${domainOf(from.address)}`,
    `From: ${encoded(from.name)} <${from.address}>`,
    `To: <${to}>`,
    `Subject: ${encoded(subject)}`,
    `Date: ${at.toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: <${id}@${domainOf(from.address)}>`,
    ...(inReplyTo ? [`In-Reply-To: ${inReplyTo}`, `References: ${inReplyTo}`] : []),
    'MIME-Version: 1.0',
  ];
  const words = [
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    base64(Buffer.from(`${text}\r\n`)),
  ];
  if (picture === null) return mail([...headers, ...words]);
  const boundary = `part-${id}`;
  return mail([
    ...headers,
    `Content-Type: multipart/mixed; boundary="${boundary}"`,
    '',
    `--${boundary}`,
    ...words,
    `--${boundary}`,
    'Content-Type: image/png; name="photo.png"',
    'Content-Disposition: attachment; filename="photo.png"',
    'Content-Transfer-Encoding: base64',
    '',
    base64(photo(picture)),
    `--${boundary}--`,
  ]);
}

function mail(lines: string[]): Buffer {
  return Buffer.from(`${lines.join('\r\n')}\r\n`);
}

function domainOf(address: string): string {
  return address.slice(address.indexOf('@') + 1);
}

/** RFC 2047: ten characters a word, none of which is cut in two. */
function encoded(text: string): string {
  const pieces = text.match(/.{1,10}/gsu) ?? [''];
  return pieces
    .map((piece) => `=?utf-8?B?${Buffer.from(piece).toString('base64')}?=`)
    .join('\r\n ');
}

function base64(content: Buffer): string {
  return content.toString('base64').replaceAll(/.{76}(?=.)/g, '$&\r\n');
}

const side = 96;

/** A small picture in the colours of a kitchen, with a dark spot where the damage is. */
export function photo(seed: number): Buffer {
  const rows: number[] = [];
  const [x, y] = [seed % side, (seed * 7) % side];
  for (let row = 0; row < side; row++) {
    rows.push(0);
    for (let column = 0; column < side; column++) {
      const far = Math.hypot(column - x, row - y);
      const shade = far < 9 ? 60 : 200 - Math.round(row / 2) + (column % 24 === 0 ? -30 : 0);
      rows.push(shade, Math.max(0, shade - 8), Math.max(0, shade - 20 - (seed % 20)));
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const data = deflateSync(Buffer.from(rows));
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(kind: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

import { expect, test } from 'vitest';
import { kindOf, typeToKeep, typeToShow } from './file-kind.ts';
import { safeFileName } from './file-name.ts';

const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
const zip = Buffer.from('504b030414000600', 'hex');
const html = Buffer.from('<!doctype html><script>alert(1)</script>');
const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');
const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

test.each([
  ['a picture', png, 'image/png', 'image/png'],
  ['a picture called a page', png, 'text/html', 'image/png'],
  ['a page called a picture', html, 'image/png', 'application/octet-stream'],
  ['a page called a document', html, 'application/pdf', 'application/octet-stream'],
  ['a drawing with a script', svg, 'image/svg+xml', 'application/octet-stream'],
  ['a document in its container', zip, docx, docx],
  ['a container called a picture', zip, 'image/jpeg', 'application/zip'],
  ['a text', Buffer.from('Hello.'), 'text/plain', 'text/plain'],
  ['nothing', Buffer.alloc(0), 'text/plain', 'text/plain'],
])('%s is kept as what it is', (_what, content, declared, kept) => {
  expect(typeToKeep(content, declared)).toBe(kept);
});

test.each([
  [png, 'image/png'],
  [Buffer.from('GIF89a\u0001'), 'image/gif'],
  [Buffer.from('RIFF\0\0\0\0WEBPVP8 ', 'latin1'), 'image/webp'],
  [Buffer.from('RIFF\0\0\0\0WAVEfmt ', 'latin1'), null],
  [Buffer.from('%PDF-1.7'), null],
  [svg, null],
  [html, null],
  [Buffer.from('GIF8'), null],
  [Buffer.alloc(0), null],
])('only pictures that can run nothing are shown', (content, shown) => {
  expect(typeToShow(content)).toBe(shown);
});

test('what is cut short is no more than it shows', () => {
  for (let length = 0; length < 8; length++) expect(kindOf(png.subarray(0, length))).toBeNull();
  expect(kindOf(png.subarray(0, 8))).toBe('image/png');
});

test.each([
  ['report.pdf', 'report.pdf'],
  ['../../etc/passwd', '__.._etc_passwd'],
  ['..\\..\\boot.ini', '__.._boot.ini'],
  ['C:\\Users\\maria\\a.txt', 'C_Users_maria_a.txt'],
  ['a\u0000b\r\nc.txt', 'a b c.txt'],
  ['invoice\u202efdp.exe', 'invoice_fdp.exe'],
  ['in\u200bvoice.pdf', 'invoice.pdf'],
  ['.htaccess', '_htaccess'],
  ['con.txt', '_con.txt'],
  ['report.pdf. . ', 'report.pdf'],
  ['"><script>.html', '_script_.html'],
  ['报告（二）.pdf', '报告（二）.pdf'],
  ['...', ''],
  ['', ''],
])('the name %j is kept as %j', (given, kept) => {
  expect(safeFileName(given)).toBe(kept);
});

test('a long name keeps its extension', () => {
  const name = safeFileName(`${'long '.repeat(100)}.docx`);
  expect([name.length, name.endsWith('.docx')]).toEqual([200, true]);
});

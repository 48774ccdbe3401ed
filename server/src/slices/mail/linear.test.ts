import { beforeAll, describe, expect, test } from 'vitest';
import { testFolder } from '../../../test/deps.ts';
import { ownMs } from '../../../test/own-time.ts';
import { openStorage, type Storage } from '../../platform/storage.ts';
import { languageOfLetter } from './commands/language-for.ts';
import { isAddress, isMailerDaemon, isUnattended, splitDetail } from './rules/address.ts';
import { authenticationOf } from './rules/authentication.ts';
import { writerOf } from './rules/automatic.ts';
import { bounceOf } from './rules/bounce.ts';
import { bodyOf, fingerprintOf } from './rules/fingerprint.ts';
import type { Letter } from './rules/letter.ts';
import { loopOf } from './rules/loop.ts';
import { messageIdOf, messageIdsIn, referencesFor } from './rules/message-id.ts';
import { correspondent } from './rules/ours.ts';
import { answerElsewhere, copiedIn } from './rules/participants.ts';
import { partsOf } from './rules/parts.ts';
import { isSuspectedSpam } from './rules/spam.ts';
import { isForwarded, numberInSubject, sameSubject } from './rules/subject.ts';
import { envelope, letterOf, ours } from './rules/testing.ts';
import { numberOfToken } from './rules/thread-token.ts';
import { decodeText } from './transport/decode/decode-text.ts';
import { decodeWords } from './transport/decode/decode-words.ts';
import { parametersOf } from './transport/decode/parameters.ts';
import { readDeliveryReports } from './transport/delivery-report.ts';
import { mediaType } from '../../platform/file-name.ts';
import { fileName } from './transport/file-name.ts';
import { textOfHtml, wholeBudget } from './transport/html-text.ts';
import { readCalendar } from './transport/inside/calendar.ts';
import { takeInlineFiles } from './transport/inside/inline-files.ts';
import { readPgp } from './transport/inside/pgp.ts';
import { textOfRtf } from './transport/inside/rtf-text.ts';
import { readLetter } from './transport/read-letter.ts';

/** A bound against squares and worse, not a measurement: each of these took from ten seconds up. */
const bearableMs = 5000;

let storage: Storage;
beforeAll(async () => {
  storage = await openStorage(await testFolder());
});

const megabyte = 1_000_000;
const fill = (part: string) => part.repeat(Math.ceil(megabyte / part.length));

/** What makes a search that goes back again and again take for ever. */
const hostile: Record<string, string> = {
  'white space that ends otherwise': `${' '.repeat(megabyte)}x`,
  'tabs between lines': fill(`${'\t'.repeat(200)}x\n`),
  'empty lines': `${'\n'.repeat(megabyte)}x`,
  'one word': 'a'.repeat(megabyte),
  digits: '1'.repeat(megabyte),
  'open brackets': '('.repeat(megabyte),
  'open brackets with words': fill('(a '),
  'open tags': '<'.repeat(megabyte),
  'open tags with words': fill('<a '),
  'at signs': '@'.repeat(megabyte),
  'plus signs': `${'+'.repeat(megabyte)}@`,
  quotes: '"'.repeat(megabyte),
  'back slashes': '\\'.repeat(megabyte),
  commas: fill(','),
  addresses: fill('a@x.test, '),
  'addresses with tokens': fill('<c1-aaaaaaaaaaaa@x.test>, '),
  groups: fill('a:'),
  'groups with members': fill('a: b@x.test;'),
  'encoded words': fill('=?utf-8?B?0L8=?= '),
  'encoded words never closed': fill('=?utf-8?Q?'),
  'marks of replies': fill('Re: '),
  'marks and spaces': `Re${' '.repeat(megabyte)}x`,
  'a sender in white space': `from${' '.repeat(megabyte)}x`,
  'header blocks in white space': fill(`From: x\nto${' '.repeat(290)}\n`),
  'attributions in white space': fill(`írta${' '.repeat(380)}x:\n`),
  attributions: fill(`den ${'2026 <'.repeat(60)}>:\n`),
  separators: fill(`${'-'.repeat(150)}\n`),
  'carriage returns': '\r'.repeat(megabyte),
  entities: fill('&#x'),
  'nested tables': fill('<table><tr><td>'),
  'nested lists': fill('<ul><li>'),
  'nested blocks': fill('<div>'),
  'nested and closed as something else': fill('<div></p><!--</div>-->'),
  'quoted marks': fill('> '),
  'encoded files': fill('begin 644 x\n'),
  'encoded files never ended': fill('=ybegin name=x\n#'),
  'signed texts': fill('-----BEGIN PGP SIGNED MESSAGE-----\n'),
  farewells: fill('Best regards\n'),
  'groups of RTF': fill('{\\u1 '),
  'parameters in pieces': fill('; a*1*=%41'),
  'lines of calendars': fill('ATTENDEE;CN="'),
  semicolons: fill(';dmarc'),
  equals: fill('='),
};

const headers = [
  ...['From', 'Reply-To', 'To', 'Cc', 'Sender', 'Subject', 'Date', 'Message-ID', 'References'],
  ...['In-Reply-To', 'Content-Type', 'Authentication-Results', 'List-Id', 'X-Original-From'],
  ...['Auto-Submitted', 'Precedence', 'X-Spam-Status', 'Content-Disposition'],
];

async function read(raw: string): Promise<Letter> {
  const stored = await storage.put(Buffer.from(raw));
  const original = {
    ...stored,
    name: 'o',
    type: 'message/rfc822',
    inlineId: null,
    beginning: null,
  };
  return (await readLetter({ storage }, original)).letter;
}

function judge(letter: Letter): void {
  const sender = correspondent(letter, envelope, ours).address;
  authenticationOf(letter, ['mx.acme.test']);
  writerOf(letter, envelope, ours);
  bounceOf(letter, envelope);
  fingerprintOf({ ...letter, messageId: null }, sender);
  bodyOf(letter);
  loopOf(letter, ours, 'installation');
  copiedIn(letter, sender, ours);
  answerElsewhere(letter, sender, ours);
  isSuspectedSpam(letter);
  numberInSubject(letter.subject);
  sameSubject(letter.subject, letter.subject);
  isForwarded(letter.subject);
  const parts = partsOf(letter.text, letter.subject);
  languageOfLetter({ letter, parts });
  messageIdsIn(letter.text);
}

function timed(work: () => void): number {
  const begun = ownMs();
  work();
  return ownMs() - begun;
}

describe.each(Object.entries(hostile))('%s', (_, text) => {
  test('in the text', () => {
    expect(timed(() => judge(letterOf({ text })))).toBeLessThan(bearableMs);
  });

  test('in a header as the rules see it', () => {
    const all = headers.map((name) => ({ name: name.toLowerCase(), value: text.slice(0, 65_536) }));
    const mailbox = { address: 'support@acme.test', name: text.slice(0, 998) };
    const letter = letterOf({
      headers: all.concat(all),
      from: mailbox,
      subject: text.slice(0, 998),
    });
    expect(timed(() => judge(letter))).toBeLessThan(bearableMs);
  });

  test('in every header and part of a mail', async () => {
    const line = text.replace(/[\r\n]/g, ' ').slice(0, 40_000);
    const raw = [...headers.map((name) => `${name}: ${line}`), ...['', text]].join('\r\n');
    const begun = ownMs();
    judge(await read(raw));
    expect(ownMs() - begun).toBeLessThan(2 * bearableMs);
  });

  test('as HTML', async () => {
    const begun = ownMs();
    await read(`From: a@x.test\r\nContent-Type: text/html\r\n\r\n${text}`);
    expect(ownMs() - begun).toBeLessThan(bearableMs);
  });

  test('in what is read on its own', () => {
    const keys = { sign: (value: string) => value, all: (value: string) => [value] };
    const all = timed(() => {
      for (const one of [isAddress, isUnattended, isMailerDaemon, splitDetail, mediaType])
        one(text);
      messageIdOf(text);
      referencesFor([text], text);
      numberOfToken(text, keys);
      readDeliveryReports(text.slice(0, 65_536));
      fileName(text, 'application/pdf');
      textOfHtml(text, { ...wholeBudget });
      for (const one of [decodeWords, parametersOf, readCalendar, takeInlineFiles, readPgp])
        one(text);
      parametersOf(`Content-Type: x; ${text}`);
      textOfRtf(Buffer.from(text));
      for (const label of [null, 'utf-7', 'hz-gb-2312']) decodeText(Buffer.from(text), label);
    });
    expect(all).toBeLessThan(bearableMs);
  });
});

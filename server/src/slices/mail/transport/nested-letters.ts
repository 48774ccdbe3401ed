import { clean } from './decode-header.ts';
import { fileName } from './file-name.ts';
import { headerLinesOf, readHeaders } from './read-headers.ts';
import { type Mime, readMime, type Store } from './read-mime.ts';
import type { StoredFile } from './store-part.ts';

/** A mail inside a mail is shown up to this size, and so many of them. */
const shown = { bytes: 4 * 1024 * 1024, letters: 5, characters: 200_000 };

/** The name of a file when the mail gives none: what it was made of by its type. */
const unnamed = 'message.eml';

/** Whether a file is a mail. */
export function isLetter({ type }: StoredFile): boolean {
  return /^(message\/(global|rfc822)|text\/rfc822)$/.test(type);
}

/** Mails inside a mail, named by their subject where they have no name. */
export function nameLetters(files: StoredFile[]): StoredFile[] {
  return files.map((file) => {
    if (!isLetter(file) || file.name !== unnamed || !file.beginning) return file;
    const { subject } = headersOf(file);
    return subject === '' ? file : { ...file, name: fileName(`${subject}.eml`, file.type) };
  });
}

/**
 * The text of mails inside a mail as they are to be read below its own: those that were meant to be
 * shown, and all of them where the mail says nothing else. Others are files to be opened.
 */
export async function textOfLetters(store: Store, { body, files }: Mime): Promise<string> {
  const silent = (body?.text ?? '').trim() === '';
  const letters = files.filter(
    (file) => isLetter(file) && file.size <= shown.bytes && (silent || file.inline),
  );
  const texts: string[] = [];
  for (const file of letters.slice(0, shown.letters)) {
    const inner = await readMime(store, store.get(file.sha256));
    texts.push(`${headOf(file)}\n\n${clean(inner.body?.text ?? '').trim()}`);
  }
  return texts.join('\n\n').slice(0, shown.characters).toWellFormed();
}

function headersOf(file: StoredFile) {
  return readHeaders(headerLinesOf(Buffer.from(file.beginning ?? '')));
}

/** As mail programs write it above what they hand on. */
function headOf(file: StoredFile): string {
  const { from, to, subject, headers } = headersOf(file);
  const people = (all: { name: string | null; address: string }[]) =>
    all.map(({ name, address }) => (name ? `${name} <${address}>` : address)).join(', ');
  const date = headers.find(({ name }) => name === 'date')?.value;
  const fields = [
    ['From', from && people([from])],
    ['Date', date],
    ['Subject', subject],
    ['To', people(to.slice(0, 10))],
  ];
  const said = fields.filter(([, value]) => value).map(([name, value]) => `${name}: ${value}`);
  return ['---------- Forwarded message ----------', ...said].join('\n');
}

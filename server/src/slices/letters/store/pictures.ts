import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/context.ts';

/** Notes that the pictures of a letter that come from elsewhere were asked for; returns how many. */
export async function askForPictures(tx: Tx, sha256: string, at: Date): Promise<number> {
  const { rows } = await sql`
    insert into baton.letter_pictures (html_sha256, url, asked_at)
    select html_sha256, unnest(remote_pictures), ${at} from baton.safe_letters
    where html_sha256 = ${sha256}
    on conflict do nothing returning url`.execute(tx);
  return rows.length;
}

/** The addresses of a letter's pictures that were asked for and not yet fetched. */
export async function picturesToFetch(db: Db, sha256: string): Promise<string[]> {
  const rows = await db
    .selectFrom('baton.letter_pictures')
    .select('url')
    .where('html_sha256', '=', sha256)
    .where('done_at', 'is', null)
    .execute();
  return rows.map(({ url }) => url);
}

export type Fetched = LetterPicture | { fault: string };

/** Keeps what came of fetching one. */
export async function settlePicture(
  db: Db,
  one: { sha256: string; url: string },
  fetched: Fetched,
  at: Date,
): Promise<void> {
  const came = 'fault' in fetched ? { fault: fetched.fault } : fetched;
  await db
    .updateTable('baton.letter_pictures')
    .set({ done_at: at, ...came })
    .where('html_sha256', '=', one.sha256)
    .where('url', '=', one.url)
    .execute();
}

/** A picture in the file store; `size` in bytes. */
export type LetterPicture = { sha256: string; size: number };

/** The pictures of a letter that are there, by their addresses. */
export async function picturesOf(db: Db, sha256: string): Promise<Map<string, LetterPicture>> {
  const rows = await db
    .selectFrom('baton.letter_pictures')
    .select(['url', 'sha256', 'size'])
    .where('html_sha256', '=', sha256)
    .where('sha256', 'is not', null)
    .execute();
  return new Map(
    rows.map(({ url, sha256: content, size }) => [url, { sha256: content!, size: size! }]),
  );
}

/** Which of these contents are pictures of letters. */
export async function contentsInUse(db: Db, sha256s: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ sha256: string }>`
    select distinct sha256 from baton.letter_pictures
    where sha256 = any(${sha256s}::text[])`.execute(db);
  return rows.map((row) => row.sha256);
}

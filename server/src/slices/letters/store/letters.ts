import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/context.ts';
import type { SafeLetter } from '../sanitise/make-safe.ts';
import { sanitiserVersion } from '../sanitise/make-safe.ts';

/** A letter as the present sanitiser made it; null while it has not. */
export async function safeLetter(db: Db | Tx, sha256: string) {
  const row = await db
    .selectFrom('baton.safe_letters')
    .selectAll()
    .where('html_sha256', '=', sha256)
    .where('version', '=', sanitiserVersion)
    .executeTakeFirst();
  return row ?? null;
}

/** Keeps what was made of a letter, in place of what an earlier edition made of it. */
export async function putSafeLetter(db: Db | Tx, sha256: string, letter: SafeLetter, at: Date) {
  const made = {
    version: sanitiserVersion,
    at,
    html: letter.html,
    plain: letter.plain,
    coloured: letter.coloured,
    height: letter.height,
    cut: letter.cut,
    inline_pictures: letter.inline,
    remote_pictures: letter.remote,
  };
  await db
    .insertInto('baton.safe_letters')
    .values({ html_sha256: sha256, ...made })
    .onConflict((conflict) => conflict.column('html_sha256').doUpdateSet(made))
    .execute();
}

/**
 * What a message shows of its letter, for a statement on `baton.messages m`: null where it has no
 * HTML, and `ready` false while that was not made safe.
 */
export const letterOfMessage = sql<LetterOfMessage | null>`(
  select jsonb_build_object(
    'ready', l.html_sha256 is not null,
    'plain', coalesce(l.plain, false),
    'height', coalesce(l.height, 0),
    'cut', coalesce(l.cut, false),
    'pictures', (
      select jsonb_build_object(
        'unasked', count(*) filter (where p.url is null),
        'loading', count(*) filter (where p.url is not null and p.done_at is null),
        'failed', count(*) filter (where p.fault is not null))
      from unnest(l.remote_pictures) as given (url)
      left join baton.letter_pictures p
        on p.html_sha256 = m.html_sha256 and p.url = given.url))
  from (select 1) one
  left join baton.safe_letters l
    on l.html_sha256 = m.html_sha256 and l.version = ${sql.lit(sanitiserVersion)}
  where m.html_sha256 is not null)`;

export type LetterOfMessage = {
  ready: boolean;
  plain: boolean;
  height: number;
  cut: boolean;
  pictures: { unasked: number; loading: number; failed: number };
};

/** Letters of messages that the present sanitiser has not made safe, at most `limit` of them. */
export async function lettersToMakeSafe(db: Db, limit: number): Promise<string[]> {
  const { rows } = await sql<{ sha256: string }>`
    select distinct m.html_sha256 as sha256 from baton.messages m
    where m.html_sha256 is not null and not exists (
      select from baton.safe_letters l
      where l.html_sha256 = m.html_sha256 and l.version = ${sql.lit(sanitiserVersion)})
    limit ${limit}`.execute(db);
  return rows.map((row) => row.sha256);
}

/** Forgets what was made of letters that no message has any more; at most `limit` of them. */
export async function forgetLetters(db: Db, limit: number): Promise<number> {
  const { rows } = await sql`
    with gone as (
      delete from baton.safe_letters where html_sha256 in (
        select l.html_sha256 from baton.safe_letters l
        where not exists (select from baton.messages m where m.html_sha256 = l.html_sha256)
        limit ${limit})
      returning html_sha256),
    pictures as (delete from baton.letter_pictures where html_sha256 in (select * from gone))
    select from gone`.execute(db);
  return rows.length;
}

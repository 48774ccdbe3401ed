import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/context.ts';
import type { Term } from '../rules/terms.ts';
import type { FoldedTerm } from '../rules/wanted.ts';

const word = /[\p{L}\p{N}\p{M}]+/gu;

/**
 * The terms as the index knows words, each word with its forms in every language: those of the word
 * without its accents, and those that only its accents tell.
 */
export async function foldedTerms(db: Db | Tx, terms: readonly Term[]): Promise<FoldedTerm[]> {
  if (terms.length === 0) return [];
  const texts = terms.map(({ text }) => text);
  const { rows } = await sql<{ folded: string; forms: Record<string, string[]> | null }>`
    with written as materialized (
      select baton.search_fold(word) as folded, baton.search_accented_forms(word) as forms
      from unnest(${accented(texts)}::text[]) word)
    select given.folded, (
      select jsonb_object_agg(word, baton.search_forms(word) || array(
        select form from written, unnest(written.forms) form where written.folded = word))
      from regexp_split_to_table(
        regexp_replace(given.folded, baton.search_unspaced(), ' ', 'g'), '[[:space:]]+') word
      where word <> '') as forms
    from (
      select baton.search_fold(text) as folded, place
      from unnest(${texts}::text[]) with ordinality as t(text, place)) given
    order by given.place`.execute(db);
  return terms.map((term, index) => ({
    ...term,
    folded: rows[index]!.folded,
    forms: rows[index]!.forms ?? {},
  }));
}

/** The words that hold more than plain letters. */
function accented(texts: readonly string[]): string[] {
  const words = texts.flatMap((text) => text.normalize('NFC').toLowerCase().match(word) ?? []);
  return words.filter((one) => /[^\u0000-\u007f]/u.test(one));
}

-- Endings that are told by their accents only: csomagokért is a form of csomag, новый one of новая.
-- Without its accent the word keeps its ending, so its stem is taken before the accents go, as well.

create function baton.search_accented_stems(given text, stems regconfig) returns tsvector
  language sql immutable parallel safe set search_path = pg_catalog
  set client_min_messages = error as $$
  select case
    when octet_length(given) = length(given)
      or stems not in ('pg_catalog.hungarian'::regconfig, 'pg_catalog.russian'::regconfig)
    then ''::tsvector
    else array_to_tsvector(array(
      select word from unnest(string_to_array(baton.search_fold(array_to_string(
        tsvector_to_array(to_tsvector(stems, normalize(given, nfc))), ' ')), ' ')) word
      -- What is longer is no word of these languages.
      where octet_length(word) between 1 and 200)) end
$$;

-- The words of a text as they stand, with their places, and cut to their stems without.
-- At most 40,000 characters are read: what one row holds then stays below what PostgreSQL takes.
create or replace function baton.search_words(given text, language text) returns tsvector
  language plpgsql immutable parallel safe set search_path = pg_catalog
  set client_min_messages = error as $$
declare
  folded text := baton.search_fold(left(given, 40000));
  spaced text := regexp_replace(folded, baton.search_unspaced(), ' ', 'g');
  stems regconfig := baton.search_stems(language);
  words tsvector := to_tsvector('pg_catalog.simple', spaced);
begin
  if stems <> 'pg_catalog.simple'::regconfig then
    words := words || strip(to_tsvector(stems, spaced))
      || baton.search_accented_stems(left(given, 40000), stems);
  end if;
  return words || baton.search_pairs(folded) || baton.search_number_ends(spaced);
end $$;

-- The same stems of a word that is looked for, as it was written.
create function baton.search_accented_forms(written text) returns text[]
  language sql immutable parallel safe set search_path = pg_catalog as $$
  select coalesce(array_agg(distinct baton.search_fold(form)), '{}') from unnest(
    ts_lexize('pg_catalog.hungarian_stem', written) || ts_lexize('pg_catalog.russian_stem', written)
  ) form where form <> ''
$$;

-- Cases whose words are written anew after the start, a few at a time; until then they are found as
-- before. Their ids only: whoever asks for a case waits until the migrations are through.
create table baton.search_again (case_id uuid primary key references baton.cases on delete cascade);
insert into baton.search_again
select m.case_id from baton.messages m where m.language in ('hu', 'ru')
union
select c.id from baton.cases c join baton.customers cu on cu.id = c.customer_id
join baton.brands b on b.id = c.brand_id
where coalesce(cu.language, b.language) in ('hu', 'ru');

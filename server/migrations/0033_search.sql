-- Search: the words of every case, kept by triggers in the very statement that writes what they
-- were said in, so that whoever writes cannot forget it and search is never behind (ADR 0078).
-- Only functions of PostgreSQL itself: no extension, no setting of the database's locale.

---------------------------------------------------------------------------------------------------
-- Words of a text

-- Small letters without accents, nothing but spaces between words: `Visszatérítés, #12-ab` becomes
-- `visszaterites  12 ab`. Characters are named by their code, so that no locale changes what counts.
create function baton.search_fold(given text) returns text
  language sql immutable parallel safe set search_path = pg_catalog as $$
  -- English has no accents: half the time is saved.
  select case when octet_length(given) = length(given)
    then regexp_replace(lower(given), '[\u0001-\u0008\u000b\u000c\u000e-\u001f\u0021-\u002f\u003a-\u0060\u007b-\u007f]+', ' ', 'g')
    else regexp_replace(
      normalize(
        replace(replace(replace(translate(
          regexp_replace(lower(normalize(translate(given, '№', ' '), nfkd)), '[\u0300-\u036f]+', '', 'g'),
          'øđłðı', 'odldi'), 'æ', 'ae'), 'œ', 'oe'), 'ß', 'ss'),
        nfkc),
      '[\u0001-\u0008\u000b\u000c\u000e-\u001f\u0021-\u002f\u003a-\u0060\u007b-\u00bf\u00d7\u00f7\u02c2-\u02df\u060c\u061b\u061f\u0964\u0965\u2000-\u2bff\u2e00-\u2e7f\u3000-\u3004\u3008-\u3020\u3030-\u303f\u30fb\ufe00-\ufe6f\uff00-\uff0f\uff1a-\uff20\uff3b-\uff65\ue000-\uf8ff\ufff0-\uffff\U0001f000-\U0001faff]+',
      ' ', 'g') end
$$;

-- The letters of writing without spaces: Chinese, Japanese, Korean, Thai, Lao, Khmer, Burmese.
create function baton.search_unspaced() returns text
  language sql immutable parallel safe set search_path = pg_catalog as $$
  select '[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U000323af]+'
$$;

-- Of writing without spaces every two neighbours, and the last by itself: 退款单 gives 退款, 款单, 单.
-- The places are kept, so that a longer piece is found as it stands. Empty where there is none.
create function baton.search_pairs(folded text) returns tsvector
  language sql immutable parallel safe set search_path = pg_catalog as $$
  select case when folded !~ baton.search_unspaced() then ''::tsvector else (
    select string_agg(format('''%s'':%s', letter || rtrim(next), least(place, 16383)), ' ')::tsvector
    from (
      select letter, place, coalesce(lead(letter) over (order by place), '') as next
      from unnest(string_to_array(
        regexp_replace(folded, '[^' || substr(baton.search_unspaced(), 2), ' ', 'g'), null))
        with ordinality as one(letter, place)
    ) neighbours
    where letter <> ' ') end
$$;

-- The ends of long numbers, so that a part of one finds it: 00123 gives 0123 as well.
create function baton.search_number_ends(folded text) returns tsvector
  language sql immutable parallel safe set search_path = pg_catalog as $$
  select case when folded !~ '[0-9]{5}' then ''::tsvector else array_to_tsvector(coalesce((
    select array_agg(distinct substr(number[1], at))
    from (select number from regexp_matches(folded, '[0-9]{5,20}', 'g') as number limit 500) found,
      generate_series(2, length(number[1]) - 3) as at), '{}'))
  end
$$;

-- Which rules cut the endings of words; `simple` where Baton knows none.
create function baton.search_stems(language text) returns regconfig
  language sql immutable parallel safe set search_path = pg_catalog as $$
  select case language
    when 'en' then 'pg_catalog.english' when 'ro' then 'pg_catalog.romanian'
    when 'hu' then 'pg_catalog.hungarian' when 'ru' then 'pg_catalog.russian'
    when 'da' then 'pg_catalog.danish' else 'pg_catalog.simple' end::regconfig
$$;

-- The words of a text as they stand, with their places, and cut to their stems without.
-- At most 40,000 characters are read: what one row holds then stays below what PostgreSQL takes.
create function baton.search_words(given text, language text) returns tsvector
  language plpgsql immutable parallel safe set search_path = pg_catalog
  set client_min_messages = error as $$
declare
  folded text := baton.search_fold(left(given, 40000));
  spaced text := regexp_replace(folded, baton.search_unspaced(), ' ', 'g');
  stems regconfig := baton.search_stems(language);
  words tsvector := to_tsvector('pg_catalog.simple', spaced);
begin
  if stems <> 'pg_catalog.simple'::regconfig then
    words := words || strip(to_tsvector(stems, spaced));
  end if;
  return words || baton.search_pairs(folded) || baton.search_number_ends(spaced);
end $$;

-- One word as it may stand in the index: itself, and its stems by the rules of each language.
create function baton.search_forms(word text) returns text[]
  language sql immutable parallel safe set search_path = pg_catalog as $$
  select array_agg(distinct form) from unnest(array[word]
    || ts_lexize('pg_catalog.english_stem', word) || ts_lexize('pg_catalog.romanian_stem', word)
    || ts_lexize('pg_catalog.hungarian_stem', word) || ts_lexize('pg_catalog.russian_stem', word)
    || ts_lexize('pg_catalog.danish_stem', word)) form where form is not null
$$;

---------------------------------------------------------------------------------------------------
-- The words of a case

-- One row holds the words of a case; a very long conversation has several, each with the words of
-- the head (number, subject, customer, answers), so that what is written never grows without bound.
create table baton.search_documents (
  case_id uuid not null references baton.cases on delete cascade,
  part integer not null check (part >= 0),
  -- The number of the case: the order of what is found, without a look at the case.
  number bigint not null,
  -- Up to which message it is complete, and how many characters of messages it holds.
  last_seq integer not null,
  characters integer not null,
  -- To be written anew soon; work that does so is recorded.
  stale boolean not null default false,
  words tsvector not null,
  primary key (case_id, part)
) with (toast_tuple_target = 128, fillfactor = 90);
-- Apart from the row, so that going through many rows reads few pages.
alter table baton.search_documents alter column words set storage external;
create index search_documents_words on baton.search_documents using gin (words)
  with (gin_pending_list_limit = 512);
create index search_documents_stale on baton.search_documents (case_id) where stale;

-- In which language somebody writes whose message says nothing of it.
create function baton.search_language(which uuid) returns text
  language sql stable set search_path = pg_catalog as $$
  select coalesce(cu.language, b.language) from baton.cases c
  join baton.customers cu on cu.id = c.customer_id join baton.brands b on b.id = c.brand_id
  where c.id = which
$$;

create function baton.search_head(which uuid) returns tsvector
  language sql stable set search_path = pg_catalog as $$
  select baton.search_words(concat_ws(' ', c.number, c.subject), coalesce(cu.language, b.language))
    || baton.search_words(concat_ws(' ', cu.name, (
        select string_agg(concat_ws(' ', i.value, nullif(lower(i.shown), i.value)), ' ' order by i.place, i.value collate "C")
        from baton.identities i where i.customer_id = c.customer_id), (
        select string_agg(f.value #>> '{}', ' ' order by f.question_id)
        from baton.case_facts f where f.case_id = c.id)), null)
  from baton.cases c
  join baton.customers cu on cu.id = c.customer_id join baton.brands b on b.id = c.brand_id
  where c.id = which
$$;

-- What is found of a message: what is new in it, who of outside wrote it, the names of its files.
create function baton.search_text(m baton.messages, with_quoted boolean) returns text
  language sql stable set search_path = pg_catalog as $$
  select concat_ws(E'\n', m.subject,
    case when m.author_kind in ('customer', 'participant', 'stranger')
      then concat_ws(' ', m.author_name, m.author_address) end,
    m.forwarded_name, m.forwarded_address,
    (select string_agg(f.name, ' ' order by mf.place) from baton.message_files mf
      join baton.files f on f.id = mf.file_id where mf.message_id = m.id),
    left(m.text, 40000), case when with_quoted then left(m.quoted, 20000) end)
$$;

-- Computes the rows of a case. What Baton itself wrote to customers is the same in every case and
-- is left out.
create function baton.search_built(which uuid) returns setof baton.search_documents
  language plpgsql stable set search_path = pg_catalog as $$
declare
  head tsvector := baton.search_head(which);
  fallback text := baton.search_language(which);
  made baton.search_documents;
  said baton.messages;
  piece text;
begin
  select c.id, 0, c.number, 0, 0, false, head into made from baton.cases c where c.id = which;
  if made.case_id is null then return; end if;
  for said in
    select * from baton.messages m
    where m.case_id = which and m.author_kind <> 'baton' order by m.seq
  loop
    piece := left(baton.search_text(said, made.last_seq = 0), 40000);
    if made.characters > 0 and made.characters + length(piece) > 40000 then
      return next made;
      made.part := made.part + 1; made.characters := 0; made.words := head;
    end if;
    made.words := made.words || baton.search_words(piece, coalesce(said.language, fallback));
    made.characters := made.characters + length(piece);
    made.last_seq := said.seq;
  end loop;
  return next made;
end $$;

-- Writes the rows of a case anew. Its rows are locked first, so that nobody's words are lost
-- between reading and writing.
create function baton.search_rebuild(which uuid) returns void
  language plpgsql set search_path = pg_catalog as $$
begin
  insert into baton.search_documents (case_id, part, number, last_seq, characters, words)
    select c.id, 0, c.number, 0, 0, '' from baton.cases c where c.id = which
    on conflict do nothing;
  perform from baton.search_documents where case_id = which order by part for update;
  delete from baton.search_documents where case_id = which;
  insert into baton.search_documents select * from baton.search_built(which);
end $$;

create function baton.search_case_opened() returns trigger
  language plpgsql set search_path = pg_catalog as $$
begin
  insert into baton.search_documents select * from baton.search_built(new.id);
  return null;
end $$;
create trigger search_opened after insert on baton.cases
  for each row execute function baton.search_case_opened();

create function baton.search_case_changed() returns trigger
  language plpgsql set search_path = pg_catalog as $$
begin
  perform baton.search_rebuild(new.id);
  return null;
end $$;
create trigger search_changed after update on baton.cases for each row
  when (old.subject is distinct from new.subject or old.customer_id <> new.customer_id
    or old.number <> new.number)
  execute function baton.search_case_changed();

-- A message more: its words are added to the last row of its case, or begin another one.
create function baton.search_message_added() returns trigger
  language plpgsql set search_path = pg_catalog as $$
declare
  last baton.search_documents;
  piece text;
  added tsvector;
begin
  select * into last from baton.search_documents d
    where d.case_id = new.case_id order by d.part desc limit 1 for update;
  if not found then
    perform baton.search_rebuild(new.case_id);
    return null;
  end if;
  -- It opened its case: its words are there already.
  if last.last_seq >= new.seq then return null; end if;
  piece := left(baton.search_text(new, last.last_seq = 0), 40000);
  added := baton.search_words(piece, coalesce(new.language, baton.search_language(new.case_id)));
  if last.characters > 0 and last.characters + length(piece) > 40000 then
    insert into baton.search_documents (case_id, part, number, last_seq, characters, stale, words)
      values (last.case_id, last.part + 1, last.number, new.seq, length(piece), last.stale,
        baton.search_head(new.case_id) || added);
  else
    update baton.search_documents d
      set words = d.words || added, last_seq = new.seq, characters = d.characters + length(piece)
      where d.case_id = last.case_id and d.part = last.part;
  end if;
  return null;
end $$;
create trigger search_added after insert on baton.messages for each row
  when (new.author_kind <> 'baton') execute function baton.search_message_added();

-- A text that was changed, erased or moved to another case.
create function baton.search_message_changed() returns trigger
  language plpgsql set search_path = pg_catalog as $$
begin
  if tg_op = 'UPDATE' then perform baton.search_rebuild(new.case_id); end if;
  if tg_op = 'DELETE' or old.case_id <> new.case_id then
    perform baton.search_rebuild(old.case_id);
  end if;
  return null;
end $$;
create trigger search_changed after update on baton.messages for each row
  when (old.text is distinct from new.text or old.subject is distinct from new.subject
    or old.quoted is distinct from new.quoted or old.case_id <> new.case_id
    or old.author_name is distinct from new.author_name
    or old.author_address is distinct from new.author_address)
  execute function baton.search_message_changed();
create trigger search_deleted after delete on baton.messages for each row
  execute function baton.search_message_changed();

create function baton.search_facts_changed() returns trigger
  language plpgsql set search_path = pg_catalog as $$
begin
  perform baton.search_rebuild(case when tg_op = 'DELETE' then old.case_id else new.case_id end);
  return null;
end $$;
create trigger search_facts after insert or update or delete on baton.case_facts
  for each row execute function baton.search_facts_changed();

-- A customer is called otherwise: the latest hundred cases at once, of whoever has more the rest by
-- work recorded here.
create function baton.search_customer_changed(which uuid) returns void
  language plpgsql set search_path = pg_catalog as $$
begin
  perform baton.search_rebuild(c.id) from (
    select id from baton.cases where customer_id = which order by number desc limit 100) c;
  update baton.search_documents d set stale = true
    from (select id from baton.cases where customer_id = which order by number desc offset 100) c
    where d.case_id = c.id and not d.stale;
  if found then
    insert into baton.work (task, payload, job_key)
      values ('search_refresh', '{}', 'search_refresh');
  end if;
end $$;

-- The words of customers themselves: names, addresses, numbers, handles.
create table baton.search_customers (
  customer_id uuid primary key references baton.customers on delete cascade,
  words tsvector not null
);
create index search_customers_words on baton.search_customers using gin (words)
  with (gin_pending_list_limit = 512);

create function baton.search_customer_words(which uuid) returns tsvector
  language sql stable set search_path = pg_catalog as $$
  select baton.search_words(concat_ws(' ', cu.name, (
    select string_agg(concat_ws(' ', i.value, nullif(lower(i.shown), i.value)), ' ' order by i.place, i.value collate "C")
    from baton.identities i where i.customer_id = cu.id)), null)
  from baton.customers cu where cu.id = which
$$;

-- Of a customer who was there before the index; whoever changed meanwhile is there already.
create function baton.search_customer_fill(which uuid) returns void
  language sql set search_path = pg_catalog as $$
  insert into baton.search_customers (customer_id, words)
    select which, baton.search_customer_words(which) on conflict do nothing
$$;

-- The customer's row is locked first: of two who change them the second sees what the first wrote.
create function baton.search_customer_rebuild(which uuid) returns void
  language plpgsql set search_path = pg_catalog as $$
begin
  perform from baton.customers cu where cu.id = which for no key update;
  insert into baton.search_customers (customer_id, words)
    select cu.id, baton.search_customer_words(cu.id) from baton.customers cu where cu.id = which
    on conflict (customer_id) do update set words = excluded.words;
  perform baton.search_customer_changed(which);
end $$;

create function baton.search_customer_renamed() returns trigger
  language plpgsql set search_path = pg_catalog as $$
begin
  perform baton.search_customer_rebuild(new.id);
  return null;
end $$;
create trigger search_made after insert on baton.customers for each row
  execute function baton.search_customer_renamed();
create trigger search_renamed after update on baton.customers for each row
  when (old.name is distinct from new.name) execute function baton.search_customer_renamed();

create function baton.search_identity_changed() returns trigger
  language plpgsql set search_path = pg_catalog as $$
begin
  if tg_op <> 'DELETE' then perform baton.search_customer_rebuild(new.customer_id); end if;
  if tg_op = 'DELETE' or (tg_op = 'UPDATE' and old.customer_id <> new.customer_id) then
    perform baton.search_customer_rebuild(old.customer_id);
  end if;
  return null;
end $$;
create trigger search_identity after insert or update or delete on baton.identities
  for each row execute function baton.search_identity_changed();

---------------------------------------------------------------------------------------------------
-- Searches that somebody keeps

create table baton.saved_searches (
  id uuid primary key,
  agent_id uuid not null references baton.agents,
  -- Whose members see it, too; null: nobody else.
  team_id uuid references baton.teams on delete set null,
  name text not null check (btrim(name) <> ''),
  -- What is looked for, as the address of the page says it.
  search jsonb not null,
  place integer not null check (place >= 0),
  created_at timestamptz not null
);
create index saved_searches_agent on baton.saved_searches (agent_id, place);
create index saved_searches_team on baton.saved_searches (team_id) where team_id is not null;

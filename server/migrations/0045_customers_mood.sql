-- How a customer seemed to whoever spoke with them: for the next one who does, with its history.

create table baton.customer_moods (
  id uuid primary key,
  customer_id uuid not null references baton.customers,
  -- At which case; null: at none.
  case_id uuid references baton.cases,
  at timestamptz not null,
  mood text not null check (mood in ('pleased', 'calm', 'worried', 'upset', 'angry')),
  actor_kind text not null check (actor_kind in ('agent', 'key')),
  actor_id uuid not null
);
create index customer_moods_customer on baton.customer_moods (customer_id, at desc);
create index customer_moods_case on baton.customer_moods (case_id) where case_id is not null;

-- It goes along where two customers become one.
alter table baton.customer_merge_parts
  drop constraint customer_merge_parts_kind_check,
  add constraint customer_merge_parts_kind_check
    check (kind in ('case', 'identity', 'note', 'reference', 'mood'));

-- Who has a number, written with or without the prefix of its country: where numbers are short, eight
-- digits are all of it.
create index identities_number_end
  on baton.identities (right(regexp_replace(value, '[^0-9]', '', 'g'), 8)) where kind = 'phone';
drop index baton.identities_same_phone;

-- What is known of a customer for good: how to speak to them, where they belong, what they are
-- worth a year, notes, who changed what; and two customers that turned out to be one.

-- A company, or another body, to which customers belong.
create table baton.organisations (
  id uuid primary key,
  name text not null check (btrim(name) <> ''),
  note text check (btrim(note) <> ''),
  created_at timestamptz not null,
  version integer not null default 1 check (version > 0)
);
create unique index organisations_name on baton.organisations (lower(name));

-- Tiers in their order: what each adds, in words. None changes what is promised to everybody.
create table baton.tiers (
  id uuid primary key,
  name text not null check (btrim(name) <> ''),
  adds text check (btrim(adds) <> ''),
  place integer not null check (place >= 0)
);
create unique index tiers_name on baton.tiers (lower(name));

alter table baton.customers
  -- How the name is spelled or said.
  add column spelling text check (btrim(spelling) <> ''),
  -- How they wish to be addressed.
  add column form_of_address text check (btrim(form_of_address) <> ''),
  add column preferred_way text check (preferred_way in ('mail', 'phone', 'chat', 'letter')),
  -- How one best writes to them.
  add column style text check (btrim(style) <> ''),
  add column organisation_id uuid references baton.organisations,
  add column tier_id uuid references baton.tiers,
  -- What they spend, in hundredths of the currency, in a year or a month, by which source and when.
  add column value_cents bigint check (value_cents >= 0),
  add column value_currency text check (value_currency ~ '^[A-Z]{3}$'),
  add column value_per text check (value_per in ('year', 'month')),
  add column value_source text check (btrim(value_source) <> ''),
  add column value_on date,
  -- When the contact data are to be confirmed next, and when they last were.
  add column review_on date,
  add column reviewed_at timestamptz,
  -- The customer who this one turned out to be.
  add column merged_into uuid references baton.customers,
  add column version integer not null default 1 check (version > 0),
  add constraint customers_value check (
    num_nulls(value_cents, value_currency, value_per, value_source, value_on) in (0, 5)),
  add constraint customers_merged check (merged_into <> id);
create index customers_organisation on baton.customers (organisation_id)
  where organisation_id is not null;
create index customers_tier on baton.customers (tier_id) where tier_id is not null;
create index customers_merged on baton.customers (merged_into) where merged_into is not null;
-- For finding who may be the same.
create index customers_same_name on baton.customers (lower(name));
create index identities_same_phone
  on baton.identities (right(regexp_replace(value, '[^0-9]', '', 'g'), 9)) where kind = 'phone';

-- That somebody made sure that it is theirs.
alter table baton.identities
  add column verified_at timestamptz,
  add column verified_by uuid references baton.agents;

-- What whoever speaks to the customer next should know.
create table baton.customer_notes (
  id uuid primary key,
  customer_id uuid not null references baton.customers,
  text text not null check (btrim(text) <> ''),
  actor_kind text not null check (actor_kind in ('agent', 'key')),
  actor_id uuid not null,
  created_at timestamptz not null,
  edited_at timestamptz
);
create index customer_notes_customer on baton.customer_notes (customer_id, created_at);

-- Who changed what of a customer's record, from what to what. It holds names and addresses, so
-- that it can be blanked with them.
create table baton.customer_changes (
  -- Orders what happened.
  seq bigint generated always as identity primary key,
  customer_id uuid not null references baton.customers,
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('agent', 'key', 'customer', 'baton')),
  actor_id uuid,
  -- [{field, from, to}]
  changes jsonb not null
);
create index customer_changes_customer on baton.customer_changes (customer_id, seq);

-- That one customer was taken for another; undone where it was a mistake.
create table baton.customer_merges (
  id uuid primary key,
  merged_id uuid not null references baton.customers,
  survivor_id uuid not null references baton.customers,
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('agent', 'key')),
  actor_id uuid not null,
  undone_at timestamptz,
  undone_by_kind text,
  undone_by uuid,
  -- Fields that were empty on the survivor and were taken over: {column: value}.
  filled jsonb not null default '{}',
  check (merged_id <> survivor_id),
  check ((undone_at is null) = (undone_by is null))
);
create unique index customer_merges_merged on baton.customer_merges (merged_id)
  where undone_at is null;
create index customer_merges_survivor on baton.customer_merges (survivor_id);

-- What went along: for taking it back.
create table baton.customer_merge_parts (
  merge_id uuid not null references baton.customer_merges,
  kind text not null check (kind in ('case', 'identity', 'note', 'reference')),
  part_id uuid not null,
  -- Of an identity: where it stood in the list.
  place integer,
  primary key (merge_id, kind, part_id)
);
create index customer_merge_parts_part on baton.customer_merge_parts (part_id);

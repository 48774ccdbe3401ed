-- Customers as they are listed and looked for.

-- The order in which a customer's identities were given; the first mail address is the one that is
-- written to.
alter table baton.identities add column place integer not null default 0 check (place >= 0);

-- The latest first, page by page.
create index customers_created on baton.customers (created_at, id);

-- By the beginnings of the words of a name ('simple' knows no language: no word is left out or
-- cut), and by the beginning of an address or number.
create index customers_words on baton.customers
  using gin (to_tsvector('pg_catalog.simple', name));
create index identities_prefix on baton.identities (value text_pattern_ops);

-- A relay may take a message for some of its recipients only. Those whom it refuses for now are
-- tried again alone: nobody gets a message twice.
alter table baton.outbound
  -- Whom the next attempt is for; null: everybody.
  add column remaining text[],
  -- For whom it was refused for good, in the relay's words.
  add column refused_for text[] not null default '{}';

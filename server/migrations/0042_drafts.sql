-- With which template a draft began; by what its writer knows that they wrote it themselves; and when it
-- was discarded from the list of drafts: until it is forgotten it can be brought back.

alter table baton.drafts
  add column template_id uuid references baton.templates,
  add column mark text,
  add column discarded_at timestamptz;
create index drafts_discarded on baton.drafts (discarded_at) where discarded_at is not null;

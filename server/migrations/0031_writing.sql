-- Replies to begin with, how messages were written, and the frame in which a brand's mail stands.

create table baton.templates (
  id uuid primary key,
  name text not null check (btrim(name) <> ''),
  text text not null check (btrim(text) <> ''),
  language text not null,
  -- For whose cases it is offered; null: for all.
  team_id uuid references baton.teams on delete set null,
  topic_id uuid references baton.topics on delete set null,
  brand_id uuid references baton.brands on delete set null,
  -- What in its text must be filled in before it goes.
  blanks text[] not null,
  -- Which one of the library it came from.
  starter text,
  version integer not null default 1 check (version > 0),
  changed_at timestamptz not null,
  -- Taken away, and to be brought back; messages name it, and drafts may still hold its text.
  removed_at timestamptz
);
-- The library is added once per language, however often it is asked for.
create unique index templates_starter on baton.templates (starter, language)
  where starter is not null and removed_at is null;
create index templates_blanks on baton.templates using gin (blanks);
-- For taking away what a template is for.
create index templates_team on baton.templates (team_id) where team_id is not null;
create index templates_topic on baton.templates (topic_id) where topic_id is not null;
create index templates_brand on baton.templates (brand_id) where brand_id is not null;

-- How an outgoing message was written; no row where nothing is to be said about it.
create table baton.message_writing (
  message_id uuid primary key references baton.messages,
  at timestamptz not null,
  -- The template with which it began, and whether it went without a word of one's own.
  template_id uuid references baton.templates,
  unchanged boolean,
  -- What was pointed out to the writer, who sent it all the same.
  hints text[] not null default '{}',
  check ((template_id is null) = (unchanged is null))
);
create index message_writing_template on baton.message_writing (template_id, at)
  where template_id is not null;

-- What stands below each mail of a brand, by language, and its picture, by its content.
alter table baton.brands
  add column footers jsonb not null default '{}',
  add column logo_sha256 text check (logo_sha256 ~ '^[0-9a-f]{64}$'),
  add column logo_type text,
  add column logo_size bigint check (logo_size > 0),
  add check ((logo_sha256 is null) = (logo_type is null)
    and (logo_sha256 is null) = (logo_size is null));

-- How an agent signs: what stands below their name, and above that of the brand.
alter table baton.agents add column signature text not null default '';

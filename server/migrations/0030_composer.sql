-- Formatted writing, drafts on the server, and the seconds in which a message can be taken back.

alter table baton.messages
  -- What an agent wrote, with its formatting, sanitised; `text` is the same in plain text.
  add column html text,
  -- Until then it is held, so that its writer can take it back; null once it was let go, and where
  -- it never was held.
  add column not_before timestamptz,
  add column withdrawn_at timestamptz;

-- Every row that is there fits the narrower list of before.
alter table baton.outbound drop constraint outbound_state_check;
alter table baton.outbound add constraint outbound_state_check check (state in
  ('queued', 'held', 'sent', 'delivered', 'refused', 'bounced', 'suppressed', 'withdrawn')) not valid;

-- What an agent is writing on a case and has not sent: one of each kind, read by nobody else.
-- Versions are never given twice, so that whoever writes on an older one is told.
create sequence baton.draft_versions;
create table baton.drafts (
  id uuid primary key,
  agent_id uuid not null references baton.agents,
  case_id uuid not null references baton.cases,
  kind text not null check (kind in ('reply', 'solution', 'note', 'up', 'across', 'down', 'ask')),
  text text not null,
  html text,
  version bigint not null default nextval('baton.draft_versions'),
  updated_at timestamptz not null,
  unique (agent_id, case_id, kind)
);
create index drafts_of_agent on baton.drafts (agent_id, updated_at desc, id desc);
create index drafts_updated on baton.drafts (updated_at);

create table baton.draft_files (
  draft_id uuid not null references baton.drafts on delete cascade,
  file_id uuid not null references baton.files,
  place integer not null,
  primary key (draft_id, file_id)
);
create index draft_files_file on baton.draft_files (file_id);

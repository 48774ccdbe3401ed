-- The core of Baton: people and the pyramid, customers, cases with their append-only log,
-- what was said, mail in and out, and work to be done.
-- One workspace lives in the schema `baton`; every name is qualified, so that a pooler or a
-- second workspace in the same database changes nothing.

create schema if not exists baton;

-- Facts about the installation that have no better home (for example which storage belongs to it).
create table baton.settings (
  key text primary key,
  value jsonb not null
);

---------------------------------------------------------------------------------------------------
-- People and the pyramid

create table baton.agents (
  id uuid primary key,
  name text not null check (btrim(name) <> ''),
  email text not null check (email ~ '^[^@[:space:]]+@[^@[:space:]]+$'),
  role text not null check (role in ('reader', 'agent', 'lead', 'admin')),
  language text not null default 'en',
  zone text not null default 'UTC',
  active boolean not null default true,
  created_at timestamptz not null,
  disabled_at timestamptz,
  check (active = (disabled_at is null)),
  -- Lets other tables say "an active agent" as a foreign key (invariant 1).
  unique (id, active)
);
create unique index agents_email on baton.agents (lower(email));

create table baton.levels (
  id integer primary key check (id between 1 and 99),
  name text not null check (btrim(name) <> ''),
  holding_ms bigint not null check (holding_ms between 60000 and 31536000000),
  -- What a case gets at least when it resumes or is reopened (invariant 3).
  resume_at_least_ms bigint not null check (resume_at_least_ms between 0 and 31536000000),
  -- How long a case may wait for its customer at this level, all pauses together (invariant 3).
  waiting_limit_ms bigint not null check (waiting_limit_ms between 0 and 31536000000)
);

create table baton.teams (
  id uuid primary key,
  name text not null check (btrim(name) <> ''),
  level integer not null references baton.levels,
  lead_id uuid not null,
  cover_id uuid,
  above_id uuid,
  above_level integer,
  -- Constants that make "the lead is active" and "the team above stands one level higher" foreign
  -- keys.
  must_be_active boolean not null generated always as (true) stored,
  unique (id, level),
  foreign key (lead_id, must_be_active) references baton.agents (id, active),
  foreign key (cover_id, must_be_active) references baton.agents (id, active),
  foreign key (above_id, above_level) references baton.teams (id, level),
  check ((above_id is null) = (above_level is null)),
  check (above_level = level + 1)
);
create unique index teams_name on baton.teams (lower(name));

-- Who is in which team, and the row that is locked while an owner is picked.
create table baton.team_members (
  team_id uuid not null references baton.teams,
  agent_id uuid not null references baton.agents,
  capacity integer not null check (capacity between 1 and 10000),
  last_picked_at timestamptz,
  primary key (team_id, agent_id)
);
create index team_members_agent on baton.team_members (agent_id);

create table baton.brands (
  id uuid primary key,
  name text not null check (btrim(name) <> ''),
  -- The sender of mail about cases that came through no channel of their own.
  address text check (address ~ '^[^@[:space:]]+@[^@[:space:]]+$'),
  language text not null default 'en',
  zone text not null default 'UTC',
  colour text not null default '#0d6b5e' check (colour ~ '^#[0-9a-f]{6}$')
);
create unique index brands_name on baton.brands (lower(name));

create table baton.topics (
  id uuid primary key,
  name text not null check (btrim(name) <> ''),
  parent_id uuid references baton.topics,
  -- The first team; null takes the parent's, and at the root the default team.
  team_id uuid references baton.teams,
  urgency text not null default 'normal' check (urgency in ('low', 'normal', 'high', 'urgent')),
  active boolean not null default true,
  check (parent_id <> id)
);
create unique index topics_name on baton.topics (parent_id, lower(name)) nulls not distinct;

-- Exactly one row: the defaults of the house.
create table baton.company (
  one boolean primary key default true check (one),
  head_id uuid not null,
  must_be_active boolean not null generated always as (true) stored,
  default_team_id uuid not null references baton.teams,
  default_brand_id uuid not null references baton.brands,
  zone text not null default 'UTC',
  first_reply_ms bigint not null check (first_reply_ms between 60000 and 31536000000),
  confirm_within_ms bigint not null check (confirm_within_ms between 3600000 and 31536000000),
  foreign key (head_id, must_be_active) references baton.agents (id, active)
);

---------------------------------------------------------------------------------------------------
-- Customers

create table baton.customers (
  id uuid primary key,
  name text not null,
  language text,
  zone text,
  created_at timestamptz not null
);

create table baton.identities (
  id uuid primary key,
  customer_id uuid not null references baton.customers,
  kind text not null check (kind in ('mail', 'phone', 'handle')),
  -- Normalised for comparing (mail addresses in lower case); `shown` as it was written.
  value text not null check (value <> ''),
  shown text not null,
  unique (kind, value)
);
create index identities_customer on baton.identities (customer_id);

---------------------------------------------------------------------------------------------------
-- Mail channels (referenced by cases)

create table baton.channels (
  id uuid primary key,
  name text not null check (btrim(name) <> ''),
  -- Null: the channel of a fresh installation, which takes every recipient until the first
  -- address is configured.
  address text check (address ~ '^[^@[:space:]+]+@[^@[:space:]]+$'),
  brand_id uuid not null references baton.brands,
  team_id uuid references baton.teams,
  topic_id uuid references baton.topics,
  language text,
  reply_kind text not null default 'plus' check (reply_kind in ('plus', 'none')),
  created_at timestamptz not null
);
create unique index channels_address on baton.channels (lower(address));
create unique index channels_without_address on baton.channels ((true)) where address is null;

---------------------------------------------------------------------------------------------------
-- Cases

create table baton.cases (
  id uuid primary key,
  number bigint generated by default as identity (start with 1001) unique,
  subject text not null,
  status text not null
    check (status in ('open', 'waiting', 'solved', 'closed', 'merged', 'set_aside')),
  owner_id uuid references baton.agents,
  -- Invariant 1 as a foreign key: while someone must hold the case, the owner is active.
  owner_active boolean generated always as
    (case when status in ('open', 'waiting', 'solved') then true end) stored,
  team_id uuid not null references baton.teams,
  level integer not null references baton.levels,
  customer_id uuid not null references baton.customers,
  brand_id uuid not null references baton.brands,
  channel_id uuid references baton.channels,
  topic_id uuid references baton.topics,
  urgency text not null check (urgency in ('low', 'normal', 'high', 'urgent')),
  opened_at timestamptz not null,
  first_taker_id uuid not null references baton.agents,

  -- The clock of the level at which the case stands (invariants 2 and 3).
  clock_started_at timestamptz not null,
  holding_ms bigint not null,
  due_at timestamptz,
  paused_at timestamptz,
  remaining_ms bigint check (remaining_ms >= 0),
  -- Waiting for the customer at this level so far, finished pauses only.
  waited_ms bigint not null default 0 check (waited_ms >= 0),
  -- The line-by-line explanation: [{kind, from, to, ms}] of finished pauses, top-ups and changes.
  clock_lines jsonb not null default '[]',
  -- How many of the three warnings were given, and when the next is due.
  warned smallint not null default 0 check (warned between 0 and 3),
  warn_at timestamptz,
  resume_at timestamptz,
  close_at timestamptz,

  first_reply_due timestamptz not null,
  first_reply_met_at timestamptz,
  first_reply_missed_at timestamptz,

  solved_at timestamptz,
  solved_by uuid references baton.agents,
  solution_id uuid,
  closed_at timestamptz,
  confirmed boolean,
  set_aside_reason text,
  merged_into uuid references baton.cases,

  last_message_at timestamptz not null,
  -- The number of events so far; every change raises it (optimistic locking, ETag).
  version integer not null check (version > 0),

  -- The next instant at which time itself does something to the case.
  wake_at timestamptz generated always as (least(
    due_at, warn_at, resume_at, close_at,
    case when status in ('open', 'waiting')
      and first_reply_met_at is null and first_reply_missed_at is null
      then first_reply_due end)) stored,
  -- The instant by which lists are sorted: whatever is due next for whoever holds the case;
  -- infinity where nothing is.
  next_at timestamptz not null generated always as
    (coalesce(due_at, resume_at, close_at, 'infinity'::timestamptz)) stored,

  foreign key (owner_id, owner_active) references baton.agents (id, active),
  -- Invariant 1: an open, waiting or solved case has an owner; a merged one has none.
  check (status not in ('open', 'waiting', 'solved') or owner_id is not null),
  check ((status = 'merged') = (merged_into is not null)),
  check (status <> 'merged' or owner_id is null),
  -- Invariant 2: exactly one due instant, of the kind that the status asks for.
  check ((status = 'open') = (due_at is not null)),
  check ((status = 'waiting') = (resume_at is not null)),
  check ((status = 'solved') = (close_at is not null)),
  -- Invariant 3: the clock stands still exactly while the case is not open.
  check ((status = 'open') = (paused_at is null)),
  check ((paused_at is null) = (remaining_ms is null)),
  check (warn_at is null or status = 'open'),
  check (status <> 'solved' or (solved_at is not null and solution_id is not null)),
  check ((status = 'closed') = (closed_at is not null)),
  check ((status = 'set_aside') = (set_aside_reason is not null))
);
create index cases_wake on baton.cases (wake_at) where wake_at is not null;
create index cases_in_hands on baton.cases (owner_id, status, next_at, number);
create index cases_of_team on baton.cases (team_id, status, next_at, number);
create index cases_load on baton.cases (owner_id, team_id) where status = 'open';
create index cases_of_customer on baton.cases (customer_id, number);
create index cases_of_topic on baton.cases (topic_id, number) where topic_id is not null;
create index cases_status on baton.cases (status, next_at, number);
create index cases_next on baton.cases (next_at, number);
create index cases_holding on baton.cases (level, holding_ms)
  where status in ('open', 'waiting', 'solved', 'set_aside');

-- One fact about a case each: ids, codes and instants only (invariant 8).
create table baton.case_events (
  case_id uuid not null references baton.cases,
  seq integer not null check (seq > 0),
  at timestamptz not null,
  kind text not null,
  actor_kind text not null check (actor_kind in ('agent', 'key', 'customer', 'baton')),
  actor_id uuid,
  data jsonb not null,
  primary key (case_id, seq)
);

create function baton.refuse_change() returns trigger
  language plpgsql set search_path = pg_catalog as $$
begin
  raise exception '% on %.% is refused: what happened is never changed or deleted',
    tg_op, tg_table_schema, tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger case_events_append_only before update or delete on baton.case_events
  for each row execute function baton.refuse_change();
create trigger case_events_no_truncate before truncate on baton.case_events
  for each statement execute function baton.refuse_change();

-- Agents who held or follow a case: who may see it, and who is kept informed.
create table baton.case_agents (
  case_id uuid not null references baton.cases,
  agent_id uuid not null references baton.agents,
  held boolean not null,
  follows boolean not null,
  primary key (case_id, agent_id)
);
create index case_agents_agent on baton.case_agents (agent_id, case_id);

-- Who takes part from outside.
create table baton.participants (
  case_id uuid not null references baton.cases,
  address text not null check (address = lower(address)),
  name text,
  role text not null check (role in ('customer', 'copied')),
  primary key (case_id, address)
);
create index participants_address on baton.participants (address);

-- What was said, in, out or among ourselves. Ordered by (case_id, seq), the seq of its event.
create table baton.messages (
  id uuid primary key,
  case_id uuid not null references baton.cases,
  seq integer not null,
  at timestamptz not null,
  direction text not null check (direction in ('in', 'out', 'internal')),
  kind text not null,
  author_kind text not null
    check (author_kind in ('customer', 'participant', 'stranger', 'agent', 'key', 'baton')),
  author_id uuid,
  author_name text,
  author_address text,
  subject text,
  -- What is new in it, and what it quoted from earlier messages; nothing is cut away for good.
  text text not null,
  quoted text,
  -- The HTML as received, by content hash, when there was one.
  html_sha256 text check (html_sha256 ~ '^[0-9a-f]{64}$'),
  language text,
  -- Written by a machine (RFC 3834): joins, but changes nothing.
  automatic boolean not null default false,
  inbound_id uuid,
  -- The fate of an outgoing message (invariant 9), as the mail slice reports it.
  outbound_id uuid,
  delivery_state text,
  delivery_reason text,
  delivery_at timestamptz
);
create index messages_case on baton.messages (case_id, seq);
-- For finding contents of the file store to which nothing refers; inbound_raw is for the same.
create index messages_html on baton.messages (html_sha256) where html_sha256 is not null;

create table baton.files (
  id uuid primary key,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size bigint not null check (size >= 0),
  name text not null,
  type text not null,
  created_at timestamptz not null,
  -- The agent or key that uploaded it; null for what came with a mail.
  created_by uuid
);
create index files_sha256 on baton.files (sha256);

create table baton.message_files (
  message_id uuid not null references baton.messages,
  file_id uuid not null references baton.files,
  place integer not null,
  -- The Content-ID by which HTML refers to an inline picture.
  inline_id text,
  primary key (message_id, file_id)
);
create index message_files_file on baton.message_files (file_id);

-- Cases that have to do with one another (a reply that could not join, a second matter).
create table baton.case_links (
  case_id uuid not null references baton.cases,
  linked_id uuid not null references baton.cases,
  why text not null,
  primary key (case_id, linked_id),
  check (case_id <> linked_id)
);
create index case_links_linked on baton.case_links (linked_id);

-- A lapse at the top level: a named person must decide on it.
create table baton.accountability (
  case_id uuid not null references baton.cases,
  seq integer not null,
  level integer not null,
  owner_id uuid not null references baton.agents,
  answerable_id uuid not null references baton.agents,
  lapsed_at timestamptz not null,
  primary key (case_id, seq)
);
create index accountability_answerable on baton.accountability (answerable_id, lapsed_at);

---------------------------------------------------------------------------------------------------
-- Mail in and out

-- Every message that was accepted, whole and raw, and what became of it (invariant 5).
create table baton.inbound (
  id uuid primary key,
  channel_id uuid not null references baton.channels,
  door text not null check (door in ('smtp', 'api')),
  received_at timestamptz not null,
  -- The empty string is the null return path of RFC 5321.
  envelope_from text not null,
  recipients text[] not null check (cardinality(recipients) > 0),
  remote_address text,
  raw_sha256 text not null check (raw_sha256 ~ '^[0-9a-f]{64}$'),
  raw_size bigint not null,
  outcome text not null default 'processing' check (outcome in
    ('processing', 'opened', 'joined', 'set_aside', 'bounce', 'loop', 'duplicate')),
  -- A code that says why the outcome is what it is.
  reason text,
  decided_at timestamptz,
  sender text,
  subject text,
  header_message_id text,
  -- When it says it was written: nothing automatic answers what is old (invariant 11).
  written_at timestamptz,
  case_id uuid references baton.cases,
  message_id uuid references baton.messages,
  duplicate_of uuid references baton.inbound,
  check ((outcome = 'processing') = (decided_at is null)),
  check (outcome not in ('opened', 'joined') or (case_id is not null and message_id is not null)),
  check (outcome not in ('set_aside', 'bounce', 'loop', 'duplicate') or reason is not null)
);
create index inbound_account on baton.inbound (channel_id, received_at, outcome);
create index inbound_received on baton.inbound (received_at, id);
create index inbound_processing on baton.inbound (received_at) where outcome = 'processing';
create index inbound_case on baton.inbound (case_id) where case_id is not null;
create index inbound_header on baton.inbound (header_message_id);
create index inbound_raw on baton.inbound (raw_sha256);

-- One effect per Message-ID and sender within 30 days (invariant 6).
create table baton.inbound_once (
  fingerprint text primary key,
  inbound_id uuid not null references baton.inbound,
  at timestamptz not null,
  -- Of its body, so that a second copy that differs is told from a mere repeat.
  body_sha256 text not null check (body_sha256 ~ '^[0-9a-f]{64}$')
);

create table baton.blocked_senders (
  -- A whole address, or a domain with its leading @.
  sender text primary key check (sender = lower(sender) and sender ~ '@'),
  created_at timestamptz not null,
  created_by uuid references baton.agents
);

-- Everything that goes out, with its fate (invariant 9).
create table baton.outbound (
  id uuid primary key,
  case_id uuid not null references baton.cases,
  message_id uuid not null references baton.messages,
  kind text not null,
  automatic boolean not null,
  channel_id uuid references baton.channels,
  sender text not null,
  sender_name text not null,
  reply_to text,
  recipients text[] not null,
  copies text[] not null default '{}',
  mime_id text not null unique,
  in_reply_to text,
  refs text[] not null default '{}',
  subject text not null,
  language text not null,
  state text not null check (state in
    ('queued', 'held', 'sent', 'delivered', 'refused', 'bounced', 'suppressed')),
  -- Why it was held, refused or suppressed; the relay's last words.
  reason text,
  attempts integer not null default 0,
  next_attempt_at timestamptz,
  -- The Message-ID under which the relay sent it, where the relay rewrites them.
  relay_mime_id text,
  created_at timestamptz not null,
  sent_at timestamptz
);
create unique index outbound_message on baton.outbound (message_id);
create index outbound_case on baton.outbound (case_id);
create index outbound_state on baton.outbound (state, created_at, id);
create index outbound_created on baton.outbound (created_at, id);
create index outbound_relay_mime_id on baton.outbound (relay_mime_id) where relay_mime_id is not null;

-- Automatic mail per correspondent, for the budget (invariant 11).
create table baton.automatic_mail (
  address text not null,
  at timestamptz not null,
  outbound_id uuid not null references baton.outbound,
  primary key (address, outbound_id)
);
create index automatic_mail_address on baton.automatic_mail (address, at);

---------------------------------------------------------------------------------------------------
-- Work that follows from a change, recorded in the change's own transaction; a relay moves it on.

create table baton.work (
  id bigint generated always as identity primary key,
  task text not null,
  payload jsonb not null,
  job_key text,
  run_at timestamptz
);

-- Servers that run jobs: each holds the advisory lock of its row for as long as it lives, so that
-- the jobs of one that was killed can be told from those of one that is busy.
create table baton.servers (
  pool_id text primary key,
  lock_key integer generated always as identity,
  started_at timestamptz not null default clock_timestamp()
);

-- How agents are told: their own choices, push to their devices, and what became of each way.

-- What holds for who has not chosen. `groups` has differences from what Baton begins with:
-- {"customer": {"mail": true}}.
create table baton.notice_defaults (
  singleton boolean primary key default true check (singleton),
  groups jsonb not null default '{}',
  only_at_work boolean,
  gather_ms integer check (gather_ms between 60000 and 86400000),
  -- After so many days it is forgotten who was told what.
  keep_days integer not null default 400 check (keep_days between 30 and 3650),
  version integer not null default 1
);
insert into baton.notice_defaults default values;

-- What an agent chose for themselves: differences from the company's; null: as the company has it.
create table baton.notice_choices (
  agent_id uuid primary key references baton.agents,
  groups jsonb not null default '{}',
  only_at_work boolean,
  gather_ms integer check (gather_ms between 60000 and 86400000)
);
-- The three choices of before become choices by group. The column goes with a later version.
insert into baton.notice_choices (agent_id, groups)
select a.id, jsonb_object_agg(g, jsonb_build_object('mail', a.mail_notices = 'all'))
from baton.agents a,
  unnest(array['hands', 'customer', 'warnings', 'lapses', 'delivery', 'tasks', 'mentions', 'lead',
    'load', 'progress', 'rules', 'house']) g
where a.mail_notices <> 'important'
group by a.id;

-- The event of the case that was told of.
alter table baton.notices add column seq integer;
-- What was told before this migration stands as told in the desk, and was pushed to nobody.
alter table baton.notices add column desk_state text not null default 'told'
  check (desk_state in ('queued', 'told', 'suppressed'));
alter table baton.notices add column desk_reason text;
alter table baton.notices add column mail_hold text
  check (mail_hold in ('outside_hours', 'gathering'));
alter table baton.notices add column push_state text not null default 'suppressed'
  check (push_state in ('queued', 'sent', 'refused', 'suppressed'));
alter table baton.notices add column push_reason text default 'before_push';
alter table baton.notices add column push_at timestamptz;
alter table baton.notices add column push_from timestamptz;
alter table baton.notices add column push_hold text check (push_hold in ('outside_hours'));
alter table baton.notices add column push_id uuid;
alter table baton.notices alter column desk_state set default 'queued';
alter table baton.notices alter column push_state set default 'queued';
alter table baton.notices alter column push_reason drop default;
create index notices_undecided on baton.notices (at)
  where desk_state = 'queued' or (push_state = 'queued' and push_id is null);
create index notices_pushed on baton.notices (push_id) where push_id is not null;
create index notices_at on baton.notices (at);

-- Who would have been told, were it not their own act.
create table baton.notices_unsaid (
  id uuid primary key,
  agent_id uuid not null references baton.agents,
  kind text not null,
  case_id uuid not null references baton.cases,
  seq integer not null,
  at timestamptz not null
);
create index notices_unsaid_case on baton.notices_unsaid (case_id, seq);
create index notices_unsaid_agent on baton.notices_unsaid (agent_id, at);
create index notices_unsaid_at on baton.notices_unsaid (at);

-- By which push services know that it is we who send (RFC 8292). The private part is sealed.
create table baton.push_keys (
  id uuid primary key,
  public_key text not null,
  sealed text not null,
  current boolean not null,
  created_at timestamptz not null
);
create unique index push_keys_current on baton.push_keys (current) where current;

-- A browser that an agent wants to be told in. It ends with the session in which it was set up.
create table baton.push_devices (
  id uuid primary key,
  agent_id uuid not null references baton.agents,
  session_id uuid not null references baton.auth_sessions on delete cascade,
  -- For which of our keys the browser let us push.
  key_id uuid not null references baton.push_keys,
  endpoint text not null unique,
  public_key text not null,
  auth text not null,
  browser text,
  system text,
  created_at timestamptz not null,
  told_at timestamptz
);
create index push_devices_agent on baton.push_devices (agent_id);
create index push_devices_session on baton.push_devices (session_id);

-- What an agent was told at one time by push, and what became of it on each of their devices.
create table baton.pushes (
  id uuid primary key,
  agent_id uuid not null references baton.agents,
  -- Whether it should wake a device that saves its battery.
  pressing boolean not null,
  created_at timestamptz not null
);
create index pushes_at on baton.pushes (created_at);
create table baton.push_deliveries (
  push_id uuid not null references baton.pushes on delete cascade,
  -- Stays here when the device is gone.
  device_id uuid not null,
  state text not null check (state in ('queued', 'sent', 'refused')),
  -- The push service's last words, as a code.
  reason text,
  attempts integer not null default 0,
  next_attempt_at timestamptz,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (push_id, device_id)
);
create index push_deliveries_queued on baton.push_deliveries (created_at) where state = 'queued';

-- When an agent came in for the first time; they did, who could sign in before.
alter table baton.auth_users add column met_at timestamptz;
update baton.auth_users set met_at = now();

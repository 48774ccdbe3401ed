-- What agents are told, and the instants that cases wait for from now on.

-- One thing that one agent is told, and what became of telling it by mail.
create table baton.notices (
  id uuid primary key,
  agent_id uuid not null references baton.agents,
  kind text not null,
  case_id uuid references baton.cases,
  -- Ids, codes and instants that the words need.
  data jsonb not null default '{}',
  at timestamptz not null,
  seen_at timestamptz,
  mail_state text not null default 'queued'
    check (mail_state in ('queued', 'sent', 'refused', 'suppressed')),
  -- Why it was not sent by mail, or the relay's last words.
  mail_reason text,
  mail_at timestamptz
);
create index notices_agent on baton.notices (agent_id, at, id);
create index notices_queued on baton.notices (at) where mail_state = 'queued';
create index notices_case on baton.notices (case_id) where case_id is not null;

-- When the customer of a solved case is asked once more, and when the lead hears that the new owner
-- has not opened the case yet.
alter table baton.cases add column remind_at timestamptz;
alter table baton.cases add column untaken_at timestamptz;
alter table baton.cases add check (remind_at is null or status = 'solved');
alter table baton.cases drop column wake_at;
alter table baton.cases add column wake_at timestamptz generated always as (least(
  due_at, warn_at, resume_at, close_at, remind_at, untaken_at,
  case when status in ('open', 'waiting')
    and first_reply_met_at is null and first_reply_missed_at is null
    then first_reply_due end)) stored;
create index cases_wake on baton.cases (wake_at) where wake_at is not null;

-- What helpers are asked to do, who gives advice on a topic, and how a case ends.

-- Something that an agent was asked to do on a case; never a second owner. Its history stands in
-- the events of the case, the words stand here and in the note that answers it.
create table baton.tasks (
  id uuid primary key,
  case_id uuid not null references baton.cases,
  -- A task that somebody put in words, advice from the help chain of the topic, or the first
  -- taker's look whether the customer was really helped.
  kind text not null check (kind in ('task', 'advice', 'check_up')),
  state text not null default 'asked' check (state in ('asked', 'done', 'refused', 'withdrawn')),
  agent_id uuid not null references baton.agents,
  -- Who asked in person; null when a program or Baton itself did.
  asker_id uuid references baton.agents,
  what text,
  asked_at timestamptz not null,
  due_at timestamptz not null,
  -- How often somebody was told that it is overdue: first the helper, then the owner.
  warned smallint not null default 0 check (warned between 0 and 2),
  -- When time next has something to do to it.
  wake_at timestamptz,
  ended_at timestamptz,
  -- The note with which it was done or refused.
  answer_id uuid references baton.messages,
  check (wake_at is null or state = 'asked'),
  check ((state = 'asked') = (ended_at is null))
);
create index tasks_case on baton.tasks (case_id, asked_at, id);
create index tasks_agent on baton.tasks (agent_id, state, due_at, id);
create index tasks_wake on baton.tasks (wake_at) where wake_at is not null;

-- The help chain of a topic: whom one asks first, second, third. A topic without a chain of its own
-- has that of the nearest topic above it.
create table baton.topic_advisers (
  topic_id uuid not null references baton.topics on delete cascade,
  place smallint not null check (place >= 0),
  agent_id uuid not null references baton.agents,
  primary key (topic_id, place),
  unique (topic_id, agent_id)
);

-- How long after a solution the customer is asked once more, and how long a helper has.
alter table baton.company add column remind_after_ms bigint not null default 259200000
  check (remind_after_ms between 3600000 and 31536000000);
alter table baton.company add column task_within_ms bigint not null default 28800000
  check (task_within_ms between 60000 and 31536000000);

-- What was solved before the customer's last message opened the case again, for as long as the
-- owner may still say that it was thanks.
alter table baton.cases add column reopening jsonb;
alter table baton.cases add check (reopening is null or status = 'open');

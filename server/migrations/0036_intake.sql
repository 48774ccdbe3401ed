-- Calls and walk-ins: the times of a call as they are pressed, and what is taken down while the
-- customer speaks.

-- One call. It is here from its first press on, so that another device or a reload goes on with it.
create table baton.calls (
  id uuid primary key,
  agent_id uuid not null references baton.agents,
  -- Null until it is known which case it is about.
  case_id uuid references baton.cases,
  direction text not null check (direction in ('in', 'out')),
  number text,
  -- Others are called about a case, too; that is no word to its customer.
  with_customer boolean not null default true,
  began_at timestamptz not null,
  ended_at timestamptz check (ended_at >= began_at),
  -- [{kind, at, pressedAt}] in their order; `at` is what counts, `pressedAt` when it was pressed.
  marks jsonb not null,
  -- [{name, spelling, role}]
  people jsonb not null default '[]',
  agreed text not null default '',
  note text not null default '',
  -- When its agent said that nothing is to be added; what is changed later is a correction.
  done_at timestamptz,
  -- The message by which it stands in the conversation, once it has ended.
  message_id uuid unique references baton.messages,
  check (message_id is null or (case_id is not null and ended_at is not null))
);
-- Nobody speaks on two telephones at once.
create unique index calls_running on baton.calls (agent_id) where ended_at is null;
create index calls_of_agent on baton.calls (agent_id, began_at);
create index calls_of_case on baton.calls (case_id, began_at) where case_id is not null;

-- What was corrected of a call afterwards, and how it had been.
create table baton.call_corrections (
  id uuid primary key,
  call_id uuid not null references baton.calls,
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('agent', 'key', 'customer', 'baton')),
  actor_id uuid,
  -- `marks`, `people`, `agreed`, `note`, `number`, `direction` or `with_customer`.
  what text not null,
  was jsonb not null
);
create index call_corrections_call on baton.call_corrections (call_id, at);

-- What is taken down while a customer speaks, kept as it is typed.
create table baton.intakes (
  id uuid primary key,
  agent_id uuid not null references baton.agents,
  way text not null check (way in ('call', 'visit')),
  -- Opened as soon as there is a name and a sentence.
  case_id uuid unique references baton.cases,
  call_id uuid unique references baton.calls,
  -- Whether the customer was first written down here, so that their name may still be mended.
  new_customer boolean not null default false,
  began_at timestamptz not null,
  saved_at timestamptz not null,
  ended_at timestamptz,
  -- Everything typed, by the names of the API.
  said jsonb not null default '{}',
  -- That the customer was told that the problem is ours now: spoken, or by text.
  assured_by text check (assured_by in ('spoken', 'sent')),
  assured_at timestamptz,
  -- Why it was answered at once.
  answered_because text,
  check ((assured_by is null) = (assured_at is null)),
  -- It does not end before the customer was assured, unless there was nothing to take down.
  check (ended_at is null or case_id is null or assured_at is not null),
  check (answered_because is null or ended_at is not null)
);
create unique index intakes_open on baton.intakes (agent_id) where ended_at is null;
create index intakes_ended on baton.intakes (ended_at) where case_id is not null;

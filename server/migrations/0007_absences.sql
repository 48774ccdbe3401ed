-- Absences: who is away when, who covers, and which cases are offered back afterwards.

create table baton.absences (
  id uuid primary key,
  agent_id uuid not null references baton.agents,
  from_at timestamptz not null,
  -- Null: until the agent says that they are back.
  until_at timestamptz,
  -- A code; nothing medical is stored.
  reason text not null check (reason in ('holiday', 'sick', 'course', 'other')),
  cover_id uuid references baton.agents,
  state text not null default 'planned'
    check (state in ('planned', 'running', 'ended', 'cancelled')),
  -- When the agent's cases were handed over; null while the absence is shorter than a working day.
  handed_over_at timestamptz,
  ended_at timestamptz,
  created_at timestamptz not null,
  created_by uuid references baton.agents,
  version integer not null default 1 check (version > 0),
  -- The next instant at which time itself does something to the absence.
  wake_at timestamptz generated always as
    (case state when 'planned' then from_at when 'running' then until_at end) stored,
  check (until_at > from_at),
  check (cover_id <> agent_id),
  check ((state = 'ended') = (ended_at is not null)),
  check (state <> 'planned' or handed_over_at is null),
  unique (id, agent_id)
);
create index absences_wake on baton.absences (wake_at) where wake_at is not null;
create index absences_agent on baton.absences (agent_id, from_at);
create index absences_listed on baton.absences (from_at, id);
create unique index absences_one_at_a_time on baton.absences (agent_id) where state = 'running';

-- The absence that runs; null: present. It stands in the agent's row, because whoever gives an
-- agent a case locks that row and so sees an absence that begins at the same instant.
alter table baton.agents add column absence_id uuid;
alter table baton.agents add foreign key (absence_id, id) references baton.absences (id, agent_id);
create index agents_absent on baton.agents (absence_id) where absence_id is not null;

-- Cases that an absence moved out of an agent's hands: offered back when it has ended, until
-- somebody settles it or the case is no longer what it was.
create table baton.case_offers (
  absence_id uuid not null references baton.absences,
  case_id uuid not null references baton.cases,
  agent_id uuid not null references baton.agents,
  level integer not null,
  moved_at timestamptz not null,
  settled_at timestamptz,
  outcome text check (outcome in ('taken_back', 'left')),
  primary key (absence_id, case_id),
  check ((settled_at is null) = (outcome is null))
);
create index case_offers_agent on baton.case_offers (agent_id) where settled_at is null;
create index case_offers_case on baton.case_offers (case_id) where settled_at is null;

-- Who has solved how much today.
create index cases_solved_by on baton.cases (solved_by, solved_at) where solved_by is not null;

-- Locking an agent out, and telling the customers whose data somebody may have seen.

-- Nobody comes in as a locked agent, by whatever way, until an administrator lets them in again.
alter table baton.agents add column locked_at timestamptz;

create table baton.incidents (
  id uuid primary key,
  number bigint generated always as identity unique,
  -- Who was locked out, and who answers for what follows.
  agent_id uuid not null references baton.agents,
  owner_id uuid not null references baton.agents,
  state text not null default 'open' check (state in ('open', 'closed')),
  -- What happened, in words; written by people, for people.
  reason text not null,
  -- The window in which somebody else may have acted as the agent.
  window_from timestamptz not null,
  window_to timestamptz not null check (window_to > window_from),
  opened_at timestamptz not null,
  -- Null: from the command line.
  opened_by uuid references baton.agents,
  -- What locking out did.
  sessions_ended integer not null,
  keys_revoked integer not null,
  cases_moved integer not null,
  absence_id uuid references baton.absences,
  -- When new credentials were forced upon everybody.
  renewed_all_at timestamptz,
  closed_at timestamptz,
  version integer not null default 1 check (version > 0),
  check ((state = 'closed') = (closed_at is not null))
);
create index incidents_opened on baton.incidents (opened_at, id);

-- What each customer is told; one each.
create table baton.incident_notices (
  incident_id uuid not null references baton.incidents,
  customer_id uuid not null references baton.customers,
  kinds text[] not null,
  language text not null,
  subject text not null,
  text text not null,
  state text not null default 'prepared' check (state in ('prepared', 'sent', 'failed')),
  -- Why it could not be sent: a code.
  trouble text,
  sent_at timestamptz,
  -- The case in which it was sent.
  case_id uuid references baton.cases,
  prepared_at timestamptz not null,
  primary key (incident_id, customer_id),
  check ((state = 'sent') = (sent_at is not null and case_id is not null)),
  check ((state = 'failed') = (trouble is not null))
);
create index incident_notices_customer on baton.incident_notices (customer_id);

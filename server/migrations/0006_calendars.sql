-- When people are at work, by which rule a clock runs, and what makes a case more pressing.

-- Weekly stretches in a zone: [{"day": 1, "from": "09:00", "to": "17:00"}, …], day 1 is Monday, a
-- `to` at or before `from` is on the next day. None: around the clock.
create table baton.calendars (
  id uuid primary key,
  name text not null check (btrim(name) <> ''),
  zone text not null,
  weekly jsonb not null default '[]' check (jsonb_typeof(weekly) = 'array'),
  -- Raised by every change: cases tell by it that their clock runs by an older one.
  version integer not null default 1 check (version > 0)
);
create unique index calendars_name on baton.calendars (lower(name));

-- The closed days of a calendar, and those of the whole company (calendar_id null).
create table baton.closed_days (
  calendar_id uuid references baton.calendars on delete cascade,
  day date not null,
  name text not null default '',
  unique nulls not distinct (calendar_id, day)
);

alter table baton.company
  add column calendar_id uuid references baton.calendars,
  -- Raised whenever a closed day of the whole company changes.
  add column closed_version integer not null default 1,
  -- Whether somebody has said which days are closed, if any.
  add column closed_days_asked boolean not null default false;
alter table baton.teams add column calendar_id uuid references baton.calendars;
alter table baton.agents add column calendar_id uuid references baton.calendars;
create index agents_calendar on baton.agents (calendar_id) where calendar_id is not null;

alter table baton.levels
  add column calendar_id uuid references baton.calendars,
  -- All the time but closed days, or working hours only.
  add column counts text not null default 'elapsed' check (counts in ('elapsed', 'working')),
  -- The holding time runs from the arrival at the level, or from the opening of the case.
  add column runs_from text not null default 'arrival' check (runs_from in ('arrival', 'opened')),
  add column passes_to text not null default 'next' check (passes_to in ('next', 'top'));

-- Holding times of their own, for an urgency or for what is marked as high stakes.
create table baton.level_holding (
  level integer not null references baton.levels on delete cascade,
  applies_to text not null
    check (applies_to in ('low', 'normal', 'high', 'urgent', 'high_stakes')),
  holding_ms bigint not null check (holding_ms between 60000 and 31536000000),
  primary key (level, applies_to)
);

alter table baton.cases
  -- The team at which the clock began: its calendar and its level's rule count until the case moves
  -- up, wherever it is handed within the level or down (invariant 3).
  add column clock_team_id uuid references baton.teams,
  -- What had counted at lower levels before this clock began, and how much of that is taken off
  -- because the level counts from the opening.
  add column clock_before_ms bigint not null default 0 check (clock_before_ms >= 0),
  add column clock_used_ms bigint not null default 0 check (clock_used_ms >= 0),
  -- By which version of the settings the due instant was computed; no part of the case's state.
  add column clock_rule text not null default '',
  add column high_stakes boolean not null default false,
  add column deadline_at timestamptz,
  -- When the deadline is next spoken of: ahead of it, then at it; null when both are done.
  add column deadline_warn_at timestamptz,
  add column deadline_missed_at timestamptz,
  -- Waits begun by an agent, and deadlines moved to later.
  add column postponed integer not null default 0 check (postponed >= 0),
  -- The earlier, the more pressing; ages by itself (cases/rules/priority).
  add column priority_at timestamptz,
  add check (deadline_at is not null or (deadline_warn_at is null and deadline_missed_at is null));

-- A clock began with the last event that says so, at the team at which the case then stood.
update baton.cases c set
  clock_team_id = (
    select (e.data->>'team')::uuid from baton.case_events e
    where e.case_id = c.id and e.kind in ('opened', 'handed_over') and e.seq <= (
      select max(s.seq) from baton.case_events s
      where s.case_id = c.id and (s.kind in ('opened', 'accountability_opened')
        or (s.kind = 'handed_over' and s.data->'clock' <> 'null')))
    order by e.seq desc limit 1),
  postponed = (
    select count(*) from baton.case_events e
    where e.case_id = c.id and e.kind = 'waiting_began' and e.actor_kind in ('agent', 'key')),
  priority_at = c.opened_at - interval '1 hour' * (case c.urgency
    when 'low' then -24 when 'normal' then 0 when 'high' then 24 else 72 end);
alter table baton.cases
  alter column clock_team_id set not null,
  alter column priority_at set not null;

-- Lists have a case at its deadline where that comes before its due instant.
alter table baton.cases drop column next_at;
alter table baton.cases add column next_at timestamptz not null generated always as
  (coalesce(case when status = 'open' then least(due_at, deadline_at) end,
    resume_at, close_at, 'infinity'::timestamptz)) stored;
create index cases_in_hands on baton.cases (owner_id, status, next_at, number);
create index cases_of_team on baton.cases (team_id, status, next_at, number);
create index cases_status on baton.cases (status, next_at, number);
create index cases_next on baton.cases (next_at, number);
create index cases_priority on baton.cases (status, priority_at, number);

drop index baton.cases_holding;
create index cases_clock_rule on baton.cases (clock_team_id, urgency, high_stakes, clock_rule)
  where status in ('open', 'waiting', 'solved', 'set_aside');

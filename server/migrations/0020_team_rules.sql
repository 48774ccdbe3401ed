-- Rules that teams write: when something happens to a case, if it is so, then do this.

-- What a rule says stands in its versions, none of which is ever changed.
create table baton.team_rules (
  id uuid primary key,
  -- In which order they act.
  place integer not null,
  version integer not null check (version > 0),
  -- From which version and instant on its time counts: what was due before, it leaves alone.
  since_version integer not null,
  since_at timestamptz not null,
  -- Taken away; kept because events name it.
  removed_at timestamptz
);

create table baton.team_rule_versions (
  rule_id uuid not null references baton.team_rules,
  version integer not null check (version > 0),
  name text not null check (btrim(name) <> ''),
  -- Null: the whole company. What a rule names may go away; it is then shown as broken.
  team_id uuid,
  active boolean not null,
  -- {when, if, acts}
  definition jsonb not null,
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('agent', 'key', 'baton')),
  actor_id uuid,
  primary key (rule_id, version)
);
create trigger team_rule_versions_kept before update or delete on baton.team_rule_versions
  for each row execute function baton.refuse_change();
alter table baton.team_rules add foreign key (id, version)
  references baton.team_rule_versions (rule_id, version) deferrable initially deferred;

-- Which rule did it, in which version; null where it was none.
alter table baton.case_events add column rule_id uuid;
alter table baton.case_events add column rule_version integer;
alter table baton.case_events add constraint case_events_rule
  check ((rule_id is null) = (rule_version is null)) not valid;

-- Which kinds of events are heard, and by which work: recorded with the event itself, in the same
-- statement. While nobody listens this costs a look into an empty table.
create table baton.heard_events (
  kind text not null,
  task text not null,
  -- Whether what rules did is heard, too.
  by_rules boolean not null,
  -- Once for each case that changed, not for each event.
  per_case boolean not null,
  primary key (kind, task)
);

-- What rules did: once for each cause, whatever crashed.
create table baton.rule_firings (
  case_id uuid not null references baton.cases,
  rule_id uuid not null references baton.team_rules,
  -- The number of the event, or the instant from which time was counted.
  cause text not null,
  version integer not null,
  at timestamptz not null,
  -- [{do, outcome}]: done, or the code with which it was refused.
  acts jsonb not null,
  primary key (case_id, rule_id, cause)
);
create index rule_firings_rule on baton.rule_firings (rule_id, at);

-- What waits for an instant: one row for each case and rule that counts time.
create table baton.rule_waits (
  case_id uuid not null references baton.cases,
  rule_id uuid not null references baton.team_rules,
  -- The version of the rule from which on its time counts.
  since_version integer not null,
  -- From when time is counted: once it is done for this instant, it is not done again.
  anchor timestamptz not null,
  -- Null: nothing to wait for, because it is done or the case stands still.
  due_at timestamptz,
  done boolean not null,
  primary key (case_id, rule_id),
  check (not done or due_at is null)
);
create index rule_waits_due on baton.rule_waits (due_at) where due_at is not null;

-- The account of the mail: addresses that do not take ours, what a storm of mail is held back by,
-- what people did with messages that came in, and finished days that never change.

-- What is known of an address from bounces and complaints; nobody of ours reads this beside the case.
create table baton.address_marks (
  address text primary key check (address = lower(address)),
  -- `hard`: there is no such address. `soft`: it refused, for a reason that may pass.
  bounced_at timestamptz,
  bounce_kind text check (bounce_kind in ('hard', 'soft')),
  -- In the words of the server that reported.
  bounce_reason text,
  bounced_by uuid references baton.inbound,
  complained_at timestamptz,
  complained_by uuid references baton.inbound,
  check ((bounced_at is null) = (bounce_kind is null)),
  check (bounced_at is not null or complained_at is not null)
);

-- When it was reported last that a message is late (RFC 3464: action `delayed`).
alter table baton.outbound add column delayed_at timestamptz;
-- For finding what a bounce speaks of that names nothing but the address.
create index outbound_recipients on baton.outbound using gin (recipients);

-- Circuit breakers: too much came in a short time, from a sender, from a domain, or altogether.
create table baton.breakers (
  id uuid primary key,
  channel_id uuid not null references baton.channels,
  kind text not null check (kind in ('sender', 'domain', 'channel')),
  -- The address or the domain, in lower case; null where it is the channel as a whole.
  offender text,
  opened_at timestamptz not null,
  -- How many messages had come within the window when it opened.
  counted integer not null,
  closed_at timestamptz,
  -- Null while it is open, and when it closed by itself.
  closed_by uuid references baton.agents,
  check ((kind = 'channel') = (offender is null))
);
create unique index breakers_open on baton.breakers (channel_id, kind, offender)
  nulls not distinct where closed_at is null;
create index breakers_opened on baton.breakers (opened_at, id);

alter table baton.inbound add column breaker_id uuid references baton.breakers;
-- Since a person released it, no breaker holds it again.
alter table baton.inbound add column released_at timestamptz;
alter table baton.inbound drop constraint inbound_outcome_check;
alter table baton.inbound add constraint inbound_outcome_check check (outcome in
  ('processing', 'opened', 'joined', 'set_aside', 'bounce', 'loop', 'duplicate', 'held'));
alter table baton.inbound add constraint inbound_held_check check
  (outcome <> 'held' or (reason is not null and breaker_id is not null));
create index inbound_breaker on baton.inbound (breaker_id) where breaker_id is not null;
create index inbound_held on baton.inbound (received_at, id) where outcome = 'held';
-- For counting what somebody sent a moment ago.
create index inbound_sender on baton.inbound (sender, received_at);

-- What people did with messages that came in.
create table baton.inbound_acts (
  inbound_id uuid not null references baton.inbound,
  at timestamptz not null,
  act text not null check (act in ('released', 'set_aside')),
  actor_kind text not null check (actor_kind in ('agent', 'key', 'baton')),
  actor_id uuid,
  -- What had become of it until then.
  outcome text not null,
  reason text,
  primary key (inbound_id, at)
);

-- What was received on a day that is over: written once, and compared for ever after.
create table baton.mail_days (
  channel_id uuid not null references baton.channels,
  -- In the company's zone as it was then; the instants are what counts.
  day date not null,
  begins_at timestamptz not null,
  ends_at timestamptz not null,
  received integer not null check (received >= 0),
  -- Administrators are told once.
  told_off_at timestamptz,
  primary key (channel_id, day),
  check (begins_at < ends_at)
);

-- Silences that administrators were told of, each once: since when nothing has come.
create table baton.channel_silences (
  channel_id uuid not null references baton.channels,
  since timestamptz not null,
  told_at timestamptz not null,
  primary key (channel_id, since)
);

-- How much automatic mail was allowed when one was sent (invariant 11).
alter table baton.automatic_mail add column hour_limit integer not null default 5;
alter table baton.automatic_mail add column day_limit integer not null default 20;

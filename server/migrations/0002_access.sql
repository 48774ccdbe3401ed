-- Who may come in (sign-in, keys, one-time links), what was seen by whom, and which requests were
-- answered already.

---------------------------------------------------------------------------------------------------
-- Sign-in. The four tables are read and written by better-auth under these names.

create table baton.auth_users (
  id uuid primary key,
  -- Whose sign-in it is: one per agent.
  agent_id uuid not null unique references baton.agents,
  name text not null,
  -- In lower case, as better-auth looks it up; follows the agent's.
  email text not null unique check (email = lower(email)),
  email_verified boolean not null default false,
  image text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table baton.auth_sessions (
  id uuid primary key,
  user_id uuid not null references baton.auth_users on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index auth_sessions_user on baton.auth_sessions (user_id);
create index auth_sessions_expires on baton.auth_sessions (expires_at);

create table baton.auth_accounts (
  id uuid primary key,
  user_id uuid not null references baton.auth_users on delete cascade,
  account_id text not null,
  provider_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  -- The argon2id hash, for the provider `credential`.
  password text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (provider_id, account_id)
);
create index auth_accounts_user on baton.auth_accounts (user_id);

create table baton.auth_verifications (
  id uuid primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index auth_verifications_identifier on baton.auth_verifications (identifier);

-- How often somebody tried to sign in, counted across all servers.
create table baton.sign_in_attempts (
  key text primary key,
  count integer not null,
  since timestamptz not null
);
create index sign_in_attempts_since on baton.sign_in_attempts (since);

-- One-time links by which a person takes an agent over; the token itself is nowhere stored.
create table baton.sign_in_links (
  id uuid primary key,
  purpose text not null check (purpose in ('first_administrator', 'agent')),
  agent_id uuid not null references baton.agents,
  token_sha256 text not null unique check (token_sha256 ~ '^[0-9a-f]{64}$'),
  created_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > created_at),
  used_at timestamptz
);
create index sign_in_links_agent on baton.sign_in_links (agent_id);

-- Keys for programs. A key with an agent acts as that agent, with the lesser of both roles.
create table baton.keys (
  id uuid primary key,
  name text not null check (btrim(name) <> ''),
  role text not null check (role in ('reader', 'agent', 'lead', 'admin')),
  agent_id uuid references baton.agents,
  sha256 text not null unique check (sha256 ~ '^[0-9a-f]{64}$'),
  created_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz
);
create index keys_created on baton.keys (created_at, id);

---------------------------------------------------------------------------------------------------
-- Answers given under an Idempotency-Key (invariant 6), for seven days.

create table baton.idempotency (
  actor_id uuid not null,
  route text not null,
  key text not null,
  -- A keyed hash of address and body: bodies may hold passwords.
  request_mac text not null,
  status integer not null,
  headers jsonb not null,
  -- JSON as text: it may hold \u0000, which jsonb refuses.
  body text not null,
  at timestamptz not null,
  primary key (actor_id, route, key)
);
create index idempotency_at on baton.idempotency (at);

---------------------------------------------------------------------------------------------------
-- Who saw what (invariant 10): one row for every opened case, customer, file and listed page.

create table baton.access_log (
  at timestamptz not null default clock_timestamp(),
  actor_kind text not null check (actor_kind in ('agent', 'key', 'customer', 'baton')),
  actor_id uuid,
  kind text not null,
  subject_id uuid,
  detail jsonb,
  address text
) partition by range (at);
create index access_log_actor on baton.access_log (actor_id, at);
create index access_log_subject on baton.access_log (subject_id, at) where subject_id is not null;
create trigger access_log_append_only before update or delete on baton.access_log
  for each row execute function baton.refuse_change();

-- Makes the partitions of the month of `from_at` and of the twelve after it, where they are
-- missing; called at every start and once a day. Months are those of UTC.
create function baton.prepare_access_log(from_at timestamptz) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  first_day date := date_trunc('month', from_at at time zone 'UTC')::date;
  month date;
begin
  -- Two servers that start together would both find the same partition missing.
  perform pg_advisory_xact_lock(hashtextextended('baton.access_log', 0));
  for ahead in 0..12 loop
    month := (first_day + make_interval(months => ahead))::date;
    if to_regclass(format('baton.access_log_%s', to_char(month, 'YYYY_MM'))) is null then
      execute format(
        'create table baton.access_log_%s partition of baton.access_log for values from (%L) to (%L)',
        to_char(month, 'YYYY_MM'),
        to_char(month, 'YYYY-MM-DD') || ' 00:00:00+00',
        to_char(month + make_interval(months => 1), 'YYYY-MM-DD') || ' 00:00:00+00');
    end if;
  end loop;
end $$;
select baton.prepare_access_log(now());

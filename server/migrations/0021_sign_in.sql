-- Sign-in: second factors, fresh proofs of who one is, passkeys, an identity provider, mail with
-- links, and devices from which somebody has come before.

-- How a session was opened; when its second factor was given (null: not yet, and it opens nothing);
-- and when the person last proved who they are, for which dangerous acts ask.
alter table baton.auth_sessions
  add column way text not null default 'password'
    check (way in ('password', 'link', 'passkey', 'provider')),
  add column factor_at timestamptz,
  add column confirmed_at timestamptz;

-- An authenticator app: the secret that it shares with us, sealed. `pending` was shown and is not
-- proved yet. No code is taken twice (RFC 6238 §5.2): `last_step` is the latest time step used.
create table baton.authenticators (
  agent_id uuid primary key references baton.agents,
  sealed text,
  pending text,
  last_step bigint,
  confirmed_at timestamptz,
  check ((sealed is null) = (confirmed_at is null)),
  check (sealed is not null or pending is not null)
);

-- Each opens once, in place of the authenticator; they are random, so that a plain hash is enough.
create table baton.recovery_codes (
  agent_id uuid not null references baton.agents,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  created_at timestamptz not null,
  used_at timestamptz,
  primary key (agent_id, sha256)
);

create table baton.passkeys (
  id uuid primary key,
  agent_id uuid not null references baton.agents,
  name text not null check (btrim(name) <> ''),
  credential_id text not null unique,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  created_at timestamptz not null,
  last_used_at timestamptz
);
create index passkeys_agent on baton.passkeys (agent_id);

-- What was asked of a browser and must come back with its answer, once and soon.
create table baton.sign_in_challenges (
  id uuid primary key,
  purpose text not null check (purpose in ('passkey_new', 'passkey', 'provider')),
  agent_id uuid references baton.agents,
  value jsonb not null,
  expires_at timestamptz not null
);
create index sign_in_challenges_expires on baton.sign_in_challenges (expires_at);

-- What the company asks of everybody who signs in.
create table baton.sign_in_rules (
  one boolean primary key default true check (one),
  second_factor_required boolean not null default true,
  version integer not null default 1
);
insert into baton.sign_in_rules default values;

-- Where agents may come in by an account that they have elsewhere (OpenID Connect).
create table baton.identity_provider (
  one boolean primary key default true check (one),
  name text not null check (btrim(name) <> ''),
  issuer text not null,
  client_id text not null,
  sealed_secret text,
  -- Of which domains mail addresses are believed.
  domains text[] not null,
  active boolean not null,
  -- Everybody but administrators comes in by the provider only.
  required boolean not null,
  -- Of `amr` and `acr`: what says that the provider asked for a second factor.
  factor_values text[] not null,
  version integer not null default 1
);

-- Devices from which an agent has come in; the cookie itself is nowhere stored.
create table baton.known_devices (
  agent_id uuid not null references baton.agents,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  user_agent text not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  primary key (agent_id, sha256)
);

-- Failures to sign in, by account and network or device: after some of them, one has to wait.
create table baton.sign_in_failures (
  key text primary key,
  count integer not null,
  last_at timestamptz not null
);
create index sign_in_failures_last on baton.sign_in_failures (last_at);

-- A link for a new password, beside those by which an agent is taken over.
alter table baton.sign_in_links drop constraint sign_in_links_purpose_check;
alter table baton.sign_in_links add constraint sign_in_links_purpose_check
  check (purpose in ('first_administrator', 'agent', 'reset'));

-- The one-time link that a mail carries: its address is made when it is sent, and stored nowhere.
alter table baton.agent_mail add column link_id uuid references baton.sign_in_links on delete set null;

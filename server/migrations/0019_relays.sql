-- Relays of brands: by which server a brand's mail leaves. A brand without one uses SMTP_URL.

-- Over all relays, so that no two settings ever bear the same number, even after one was removed.
create sequence baton.relay_versions as integer;

-- Secrets are sealed (platform/sealed.ts).
create table baton.relays (
  brand_id uuid primary key references baton.brands on delete cascade,
  -- Another with each change, so that connections and tokens begin anew.
  version integer not null default nextval('baton.relay_versions'),
  host text not null,
  port integer not null check (port between 1 and 65535),
  security text not null check (security in ('tls', 'starttls', 'plain')),
  username text,
  auth text not null check (auth in ('none', 'password', 'oauth2')),
  password_sealed text,
  token_url text,
  token_grant text check (token_grant in ('refresh_token', 'client_credentials')),
  client_id text,
  client_secret_sealed text,
  refresh_token_sealed text,
  scope text,
  secret_set_at timestamptz not null,
  -- The largest message that it takes, in bytes; null: it says so itself.
  size_limit integer check (size_limit > 0),

  trouble text,
  -- What the server said, or the program.
  trouble_said text,
  trouble_since timestamptz,

  check ((auth = 'none') = (username is null)),
  check (auth <> 'password' or password_sealed is not null),
  check (auth <> 'oauth2' or (token_url is not null and token_grant is not null
    and client_id is not null)),
  check ((trouble is null) = (trouble_since is null))
);

-- The host that took a message; null while none has, and for what left before this was kept.
alter table baton.outbound add column relay text;

-- By whose relay a mail to an agent leaves; null: by the default one.
alter table baton.agent_mail add column brand_id uuid references baton.brands on delete set null;

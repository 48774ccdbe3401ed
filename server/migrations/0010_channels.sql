-- Channels with mailboxes: mail that is fetched by IMAP, how replies are addressed, pause and probe.

alter table baton.channels drop constraint channels_reply_kind_check;
alter table baton.channels add constraint channels_reply_kind_check
  check (reply_kind in ('plus', 'catch_all', 'none'));
-- While it is set nothing is taken: mailboxes are not read, and SMTP asks to come again.
alter table baton.channels add column paused_at timestamptz;

-- Further addresses of a channel; in lower case.
create table baton.channel_aliases (
  address text primary key
    check (address = lower(address) and address ~ '^[^@[:space:]]+@[^@[:space:]]+$'),
  channel_id uuid not null references baton.channels on delete cascade
);
create index channel_aliases_channel on baton.channel_aliases (channel_id);

-- The mailbox from which a channel's mail is fetched. Secrets are sealed (platform/sealed.ts).
create table baton.mailboxes (
  channel_id uuid primary key references baton.channels on delete cascade,
  -- Of the session lock that its one reader holds.
  lock_key integer not null unique generated always as identity,
  -- Goes up with each change of how it is read, so that readers begin anew.
  version integer not null default 1,
  host text not null,
  port integer not null check (port between 1 and 65535),
  security text not null check (security in ('tls', 'starttls', 'plain')),
  username text not null,
  folder text not null,
  auth text not null check (auth in ('password', 'oauth2')),
  password_sealed text,
  token_url text,
  token_grant text check (token_grant in ('refresh_token', 'client_credentials')),
  client_id text,
  client_secret_sealed text,
  refresh_token_sealed text,
  scope text,
  secret_set_at timestamptz not null,
  after_reading text not null check (after_reading in ('leave', 'mark_read', 'move')),
  move_to text,

  -- What arrived from here on is read; what is older only on request.
  reading_since timestamptz not null,
  -- How far it is read: null before the first connection, and when it became another folder.
  uid_validity bigint,
  first_uid bigint,
  last_uid bigint,
  -- Up to where messages were marked or moved after they had been stored.
  settled_uid bigint,

  connected_at timestamptz,
  checked_at timestamptz,
  trouble text,
  -- What the server said, or the program.
  trouble_said text,
  trouble_since timestamptz,
  trouble_at timestamptz,

  -- Older mail that was asked for, and how far it is read.
  older_since timestamptz,
  older_uid bigint,
  older_done integer not null default 0,
  older_total integer,
  older_asked_at timestamptz,
  older_finished_at timestamptz,

  check (auth <> 'password' or password_sealed is not null),
  check (auth <> 'oauth2' or (token_url is not null and token_grant is not null
    and client_id is not null)),
  check (after_reading <> 'move' or move_to is not null),
  check ((uid_validity is null) = (last_uid is null)),
  check ((trouble is null) = (trouble_since is null))
);

-- Messages that were left in a mailbox because they could not be taken.
create table baton.mailbox_leftovers (
  id uuid primary key,
  channel_id uuid not null references baton.channels on delete cascade,
  uid_validity bigint not null,
  uid bigint not null,
  reason text not null check (reason in ('too_large', 'empty')),
  size bigint not null,
  sender text,
  subject text,
  found_at timestamptz not null,
  unique (channel_id, uid_validity, uid)
);

-- Letters to ourselves that find out which reply addresses a channel's mail host takes.
create table baton.channel_probes (
  id uuid primary key,
  channel_id uuid not null references baton.channels on delete cascade,
  kind text not null check (kind in ('plus', 'catch_all')),
  address text not null,
  asked_at timestamptz not null,
  sent_at timestamptz,
  -- What the relay said when it did not take it.
  refused text,
  arrived_at timestamptz
);
create index channel_probes_channel on baton.channel_probes (channel_id, asked_at);

alter table baton.inbound drop constraint inbound_door_check;
alter table baton.inbound add constraint inbound_door_check check (door in ('smtp', 'api', 'imap'));
-- Fetched on request, or lain in a mailbox for long: nothing automatic answers it.
alter table baton.inbound add column older boolean not null default false;

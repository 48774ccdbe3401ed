-- The HTML of letters, made safe to be shown, by the hash of what came in. What an older sanitiser
-- made is not shown; it is made again (docs/adr/0076).
create table baton.safe_letters (
  html_sha256 text primary key check (html_sha256 ~ '^[0-9a-f]{64}$'),
  version integer not null,
  at timestamptz not null,
  html text not null,
  -- It shows nothing that the text of the message does not show as well.
  plain boolean not null,
  -- It has colours of its own, which are made for white paper.
  coloured boolean not null,
  -- About how high it is in a column of 640 pixels, in pixels.
  height integer not null,
  -- There was more of it than is shown.
  cut boolean not null,
  -- Its pictures, in the order of their numbers: Content-IDs of files, and addresses.
  inline_pictures text[] not null,
  remote_pictures text[] not null
);

-- Pictures from elsewhere, from the instant at which somebody asked for them.
create table baton.letter_pictures (
  html_sha256 text not null check (html_sha256 ~ '^[0-9a-f]{64}$'),
  url text not null,
  asked_at timestamptz not null,
  done_at timestamptz,
  -- The picture in the file store; with a fault there is none.
  sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
  size integer check (size >= 0),
  fault text,
  primary key (html_sha256, url),
  check ((done_at is not null) = (sha256 is not null or fault is not null)),
  check ((sha256 is null) = (size is null))
);
create index letter_pictures_content on baton.letter_pictures (sha256) where sha256 is not null;

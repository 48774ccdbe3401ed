-- What stands beside the permissions: how long it is kept who saw what, hints at unusual looking,
-- what was changed in the settings, and what of a customer is masked until somebody says why.

---------------------------------------------------------------------------------------------------
-- The access log.

-- For how many months it is kept; whole months are dropped.
create table baton.access_log_settings (
  one boolean primary key default true check (one),
  months integer not null default 24 check (months between 1 and 120)
);
insert into baton.access_log_settings default values;

create index access_log_at on baton.access_log (at);

-- Drops the months that ended longer ago than the log is kept; answers with how many. The time is
-- read here, so that nobody who may call this can make it shorter.
create function baton.forget_access_log(now_at timestamptz) returns integer
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  kept date := ((now_at at time zone 'UTC')
    - make_interval(months => (select months from baton.access_log_settings)))::date;
  part record;
  dropped integer := 0;
begin
  perform pg_advisory_xact_lock(hashtextextended('baton.access_log', 0));
  for part in
    select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
    where i.inhparent = 'baton.access_log'::regclass and c.relname ~ '^access_log_\d{4}_\d{2}$'
  loop
    if to_date(right(part.relname, 7), 'YYYY_MM') + interval '1 month' <= kept then
      execute format('drop table baton.%I', part.relname);
      dropped := dropped + 1;
    end if;
  end loop;
  return dropped;
end $$;

-- That somebody opened far more customers in a day than is usual for them; administrators are told
-- once. `usual` is how many they open on a usual day.
create table baton.unusual_access (
  actor_kind text not null check (actor_kind in ('agent', 'key')),
  actor_id uuid not null,
  day date not null,
  customers integer not null,
  usual integer not null,
  at timestamptz not null,
  primary key (day, actor_kind, actor_id)
);

---------------------------------------------------------------------------------------------------
-- Who changed which setting from what to what. Never a secret: only that it was changed.

create table baton.settings_audit (
  -- Orders what happened.
  seq bigint generated always as identity primary key,
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('agent', 'key', 'customer', 'baton')),
  actor_id uuid,
  -- What kind of setting, and which one of them; null where there is only one.
  kind text not null,
  subject text,
  -- As the API showed it; null before it was made, and after it was taken away.
  before jsonb,
  after jsonb,
  -- From which network address.
  address text
);
create index settings_audit_kind on baton.settings_audit (kind, seq);
create index settings_audit_actor on baton.settings_audit (actor_id, seq);
create trigger settings_audit_append_only before update or delete on baton.settings_audit
  for each row execute function baton.refuse_change();
create trigger settings_audit_no_truncate before truncate on baton.settings_audit
  for each statement execute function baton.refuse_change();

---------------------------------------------------------------------------------------------------
-- What of a customer is nobody's business until it is needed: account and tax numbers.

create table baton.customer_references (
  id uuid primary key,
  customer_id uuid not null references baton.customers,
  kind text not null check (kind in ('customer_number', 'account', 'card', 'tax_number', 'other')),
  -- What it is called, where the kind does not say it.
  label text check (btrim(label) <> ''),
  -- AES-256-GCM under SECRET; opened only for whoever says why.
  sealed text not null,
  -- What is shown of it: its last four characters at most.
  ending text not null check (length(ending) <= 4),
  created_at timestamptz not null,
  created_by uuid references baton.agents
);
create index customer_references_customer on baton.customer_references (customer_id, created_at);

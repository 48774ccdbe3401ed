-- Who a sender is, as far as we found out ourselves; and the keys that sign what leaves.

-- What SPF, DKIM and DMARC say, where no host that we trust has said it; null: not looked at.
alter table baton.inbound add column sender_check text
  check (sender_check in ('passed', 'failed', 'unknown'));

-- By domain of the sender address: RFC 6376. The private key is sealed (platform/sealed.ts).
create table baton.dkim_keys (
  domain text primary key check (domain = lower(domain) and domain <> ''),
  selector text not null check (selector ~ '^[a-z0-9]([a-z0-9-]*[a-z0-9])?$'),
  public_key text not null,
  private_key_sealed text not null,
  created_at timestamptz not null
);

-- What keeps mail from being forgotten: how often a message was tried, and where to look for
-- answers whose work was lost.

-- How often it could not be processed by a fault that the message itself may cause, and when last.
alter table baton.inbound add column attempts integer not null default 0 check (attempts >= 0);
alter table baton.inbound add column tried_at timestamptz;

-- Those that were not tried for longest come first, so that hopeless ones never stand in the way.
drop index baton.inbound_processing;
create index inbound_processing on baton.inbound ((coalesce(tried_at, received_at)))
  where outcome = 'processing';

-- Outgoing messages that are not in the outbox yet.
create index messages_to_send on baton.messages (at)
  where direction = 'out' and outbound_id is null;

-- Cases whose customers are owed a receipt, by when they were opened.
create index case_events_receipt on baton.case_events (at)
  where kind = 'opened' and data @> '{"receipt": true}';

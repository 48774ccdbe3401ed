-- Two more doors for mail: LMTP (RFC 2033), and the pipe of a mail server (`baton deliver`).
alter table baton.inbound drop constraint inbound_door_check;
alter table baton.inbound add constraint inbound_door_check
  check (door in ('smtp', 'api', 'imap', 'lmtp', 'pipe'));

-- What no longer decides anything is found by its age and forgotten, a batch at a time.
create index inbound_once_at on baton.inbound_once (at);
create index automatic_mail_at on baton.automatic_mail (at);

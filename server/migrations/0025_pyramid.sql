-- From when on an agent is told by mail: what can wait comes when they are at work again.
alter table baton.notices add column mail_from timestamptz;

-- How the writer of a message signs, apart from what they say; like what they quote, it is kept.
alter table baton.messages add column signature text;

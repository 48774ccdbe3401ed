-- Devices and failures to sign in come into use.

-- By which session a device last came in: whoever ends that session does not know the device any
-- more. What a device is called is said when it is new, and is not kept.
alter table baton.known_devices add column session_id uuid not null;
alter table baton.known_devices drop column user_agent;
alter table baton.known_devices drop column first_at;
create index known_devices_last on baton.known_devices (last_at);

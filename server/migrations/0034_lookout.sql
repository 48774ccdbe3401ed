-- The pyramid at a glance: what is in each pair of hands of each team, soonest lapse first, is read
-- off one index: counted, and the first few shown. It does what cases_load did, too.
create index cases_held on baton.cases (owner_id, team_id, due_at) where status = 'open';
drop index baton.cases_load;

-- What went up by itself lately, and what nobody could pass on any more.
create index case_events_lapsed on baton.case_events (at) where kind = 'lapsed';
create index accountability_lapsed on baton.accountability (lapsed_at, case_id, seq);

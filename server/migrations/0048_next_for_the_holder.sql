-- Lists have a case at whatever its holder has to do first: the first reply for as long as none was
-- given (a missed one is still owed), the customer's deadline, the end of the level's time.
alter table baton.cases drop column next_at;
alter table baton.cases add column next_at timestamptz not null generated always as
  (coalesce(
    case when status = 'open' then least(
      due_at, deadline_at, case when first_reply_met_at is null then first_reply_due end) end,
    resume_at, close_at, 'infinity'::timestamptz)) stored;
create index cases_in_hands on baton.cases (owner_id, status, next_at, number);
create index cases_of_team on baton.cases (team_id, status, next_at, number);
create index cases_status on baton.cases (status, next_at, number);
create index cases_next on baton.cases (next_at, number);

-- Teams and agents are moved by several people at once: what somebody has not seen is not undone.
alter table baton.agents add column version integer not null default 1;
alter table baton.teams add column version integer not null default 1;

-- A case, open or closed, stands at the level of its team: with cases a team keeps its level.
alter table baton.cases
  add constraint cases_team_level foreign key (team_id, level) references baton.teams (id, level),
  drop constraint cases_team_id_fkey;

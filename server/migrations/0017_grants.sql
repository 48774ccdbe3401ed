-- What somebody may beyond, or less than, their role says; and what keys are limited to.

-- A permission is an area of the API and a rank in it, for example {"Mail": "admin"}. A custom role
-- says it for some areas; in all others its bearer's own role counts.
create table baton.custom_roles (
  id uuid primary key,
  name text not null check (btrim(name) <> ''),
  areas jsonb not null check (jsonb_typeof(areas) = 'object'),
  created_at timestamptz not null
);
create unique index custom_roles_name on baton.custom_roles (lower(name));

-- Who bears which; at most one.
create table baton.agent_roles (
  agent_id uuid primary key references baton.agents,
  role_id uuid not null references baton.custom_roles
);
create index agent_roles_role on baton.agent_roles (role_id);

-- Scopes limit a key to areas, each with a rank; null: its role in all of them.
alter table baton.keys add column scopes jsonb check (jsonb_typeof(scopes) = 'object');
alter table baton.keys add column expires_at timestamptz;
alter table baton.keys add column created_by uuid references baton.agents;

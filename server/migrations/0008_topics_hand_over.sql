-- Topics with questions, facts of cases, rules that choose a topic; what goes along with a hand-over.

-- A topic without an urgency or a responsible person takes those of the topic above it.
alter table baton.topics alter column urgency drop not null;
alter table baton.topics alter column urgency drop default;
alter table baton.topics add column responsible_id uuid references baton.agents;

-- What is to be asked when a case of a topic, or of one below it, is taken down.
create table baton.topic_questions (
  id uuid primary key,
  topic_id uuid not null references baton.topics on delete cascade,
  place integer not null,
  kind text not null check (kind in ('text', 'number', 'date', 'choice', 'choices', 'yes_no', 'file')),
  required boolean not null,
  -- Language → text; one at least.
  labels jsonb not null check (labels <> '{}'),
  -- Of a choice: [{id, labels}].
  choices jsonb not null default '[]',
  -- Asked no longer, and kept because cases have answers to it.
  retired boolean not null default false
);
create index topic_questions_topic on baton.topic_questions (topic_id, place);

-- What is known of a case: the answers to the questions of its topic. That they were given, by whom
-- and when, is an event; the answers themselves stand here, where erasure can blank them.
create table baton.case_facts (
  case_id uuid not null references baton.cases,
  question_id uuid not null references baton.topic_questions,
  value jsonb not null,
  answered_at timestamptz not null,
  actor_kind text not null check (actor_kind in ('agent', 'key', 'customer', 'baton')),
  actor_id uuid,
  primary key (case_id, question_id)
);
create index case_facts_question on baton.case_facts (question_id);

-- Rules that choose the topic of a new case, the first that fits.
create table baton.topic_rules (
  id uuid primary key,
  place integer not null,
  name text not null check (btrim(name) <> ''),
  topic_id uuid not null references baton.topics on delete cascade,
  active boolean not null default true,
  -- {channels, recipients, words, wordsIn, languages}: all that is given must fit.
  conditions jsonb not null
);
create index topic_rules_topic on baton.topic_rules (topic_id);

-- Reasons of the company's own for handing over, beside those that Baton brings along.
create table baton.hand_over_reasons (
  id uuid primary key,
  directions text[] not null
    check (cardinality(directions) > 0 and directions <@ array['up', 'across', 'down']),
  labels jsonb not null check (labels <> '{}'),
  active boolean not null default true,
  created_at timestamptz not null
);

-- Where the last hand-over of a case is written down, whether its new owner has opened the case
-- since, and how often the case has moved within its level.
alter table baton.cases add column handover_seq integer;
alter table baton.cases add column taken_at timestamptz;
alter table baton.cases add column moves integer not null default 0 check (moves >= 0);
update baton.cases c set handover_seq = h.last, moves = h.moves
from (
  select e.case_id, max(e.seq) as last,
    count(*) filter (where e.data->>'direction' = 'across' and e.seq > coalesce(l.arrived, 0)) as moves
  from baton.case_events e
  left join (
    select case_id, max(seq) as arrived from baton.case_events
    where kind = 'handed_over' and data->>'direction' <> 'across' group by case_id) l
    on l.case_id = e.case_id
  where e.kind = 'handed_over' group by e.case_id) h
where h.case_id = c.id;

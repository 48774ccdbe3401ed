import pg from 'pg';

/** So many teams stand at each level: thirty in all. */
const teams = [22, 7, 1];

/** Levels, how many teams each has, and the first of these, which stands already. */
const frame = `
  with frame as (
    select level, (array[${teams.join(',')}])[level] as count
    from generate_series(1, ${teams.length}) level)`;

/**
 * Makes a company of many teams out of one with a team a level: the agents of each level are dealt
 * to its teams, and every open case goes into the hands of one of them, few to most and very many to
 * some, due at any time of the next twenty hours. It goes behind the log, which nobody asks here.
 */
export async function spreadOverTeams(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  await client.query('set session_replication_role = replica');
  await client.query(`${frame}
    insert into baton.teams (id, name, level, lead_id, above_id, above_level)
    select gen_random_uuid(), t.name || ' ' || place, t.level, t.lead_id, t.above_id, t.above_level
    from frame f join baton.teams t using (level), generate_series(2, f.count) place`);
  await client.query(`create temp table places as
    select id as team_id, level, row_number() over (partition by level order by name) - 1 as place,
      count(*) over (partition by level) as count
    from baton.teams`);
  await client.query(`create temp table pairs as
    select p.team_id, p.level, m.agent_id, m.capacity,
      row_number() over (order by random()) - 1 as place
    from (
      select m.*, t.level, row_number() over (partition by t.level order by m.agent_id) as number
      from baton.team_members m join baton.teams t on t.id = m.team_id) m
    join places p on p.level = m.level and p.place = m.number % p.count`);
  await client.query('delete from baton.team_members');
  await client.query(`insert into baton.team_members (team_id, agent_id, capacity)
    select team_id, agent_id, capacity from pairs`);
  await client.query(`update baton.teams t set
    lead_id = (select min(p.agent_id::text)::uuid from pairs p where p.team_id = t.id),
    above_id = (
      select u.team_id from places u, places own
      where own.team_id = t.id and u.level = own.level + 1 and u.place = own.place % u.count)`);
  await client.query(`
    update baton.cases c set owner_id = p.agent_id, team_id = p.team_id, clock_team_id = p.team_id,
      level = p.level, due_at = due.at, warn_at = null, priority_at = due.at
    from (
      select id, floor(power(random(), 3) * (select count(*) from pairs)) as place,
        now() + interval '5 minutes' + random() * interval '20 hours' as at
      from baton.cases where status = 'open') due
    join pairs p on p.place = due.place
    where c.id = due.id`);
  await client.query('vacuum analyze');
  await client.end();
}

import type { Hands } from './hand-over.ts';
import type { House, Team } from './house.ts';
import { takeBy } from './take.ts';

/** An agent who receives a case for a team at `now`. */
export function handsOf(house: House, team: Team, agent: string, full: boolean, now: Date): Hands {
  const latest = takeBy(now, house.hours(team));
  return { agent, team: team.id, level: team.level, full, takeBy: latest };
}

/** Who takes a case when nobody of the team is present: the first of these who is. */
export function standIns({ headId }: House, { leadId, coverId }: Team, except: string[]): string[] {
  return without([leadId, coverId, headId], except);
}

/** Who holds a case when all of those are absent, too: the first who is active. */
export function lastResorts(
  { headId }: House,
  { leadId, coverId }: Team,
  except: string[],
): string[] {
  return without([headId, leadId, coverId], except);
}

/** Who decides on a lapse at the top: nobody on their own while there is somebody else to ask. */
export function answerableFor(house: House, team: Team, ownerId: string | null): string {
  return team.leadId === ownerId ? house.headId : team.leadId;
}

function without(ids: (string | null)[], except: string[]): string[] {
  return ids.filter((id) => id !== null && !except.includes(id)) as string[];
}

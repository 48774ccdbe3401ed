import { baton } from '../../kernel/actor.ts';
import { dayMs, hourMs } from '../../kernel/duration.ts';
import { plus } from '../../kernel/instant.ts';
import { runCommand } from '../../platform/db.ts';
import { type PeopleHooks, recordAbsence } from '../people/index.ts';
import type { World } from './world.ts';

/** Who is away, from which share of the play on, for how many days, and whether it was foreseen. */
const away: {
  share: number;
  days: number;
  reason: 'holiday' | 'sick' | 'course';
  cover: boolean;
}[] = [
  { share: 0.08, days: 7, reason: 'holiday', cover: true },
  { share: 0.15, days: 2, reason: 'sick', cover: false },
  { share: 0.22, days: 3, reason: 'course', cover: true },
  { share: 0.3, days: 12, reason: 'holiday', cover: true },
  { share: 0.37, days: 4, reason: 'sick', cover: false },
  { share: 0.45, days: 2, reason: 'course', cover: false },
  { share: 0.52, days: 9, reason: 'holiday', cover: true },
  { share: 0.6, days: 5, reason: 'holiday', cover: false },
  { share: 0.68, days: 1, reason: 'sick', cover: false },
  { share: 0.76, days: 10, reason: 'holiday', cover: true },
  { share: 0.84, days: 3, reason: 'course', cover: true },
  { share: 0.97, days: 6, reason: 'holiday', cover: true },
  { share: 0.985, days: 4, reason: 'sick', cover: false },
  { share: 1.05, days: 8, reason: 'holiday', cover: true },
];

/** Plans who is going to be away: recorded some days ahead, or on the morning itself. */
export function planAbsences(
  world: World,
  hooks: PeopleHooks,
  { from, until }: { from: Date; until: Date },
): void {
  const { people } = world.founded;
  const leads = new Set(people.filter((one, place) => people[place - 1]?.team !== one.team));
  const others = people.filter((one) => !leads.has(one));
  for (const [place, { share, days, reason, cover }] of away.entries()) {
    const agent = others[(place * 5 + 3) % others.length]!;
    const mate = others.find(({ team, id }) => team === agent.team && id !== agent.id);
    const length = until.getTime() - from.getTime();
    const begins = plus(from, Math.floor((share * length) / dayMs) * dayMs + 5 * hourMs);
    const recorded = plus(begins, reason === 'sick' ? hourMs : -6 * dayMs);
    if (recorded < from || recorded >= until) continue;
    const absence = {
      agent: agent.id,
      from: (reason === 'sick' ? recorded : begins).toISOString(),
      until: plus(begins, days * dayMs).toISOString(),
      reason,
      cover: cover ? (mate?.id ?? null) : null,
    };
    world.plan(recorded, async (now) => {
      await runCommand(world.at(now), baton, (ctx) => recordAbsence(ctx, absence, hooks));
    });
  }
}

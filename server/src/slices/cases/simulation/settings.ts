import { baton } from '../../../kernel/actor.ts';
import { dayMs, hourMs } from '../../../kernel/duration.ts';
import { later, plus } from '../../../kernel/instant.ts';
import { align } from '../rules/align.ts';
import { type House, houseFrom, type HouseParts, type Level } from '../rules/house.ts';
import { holdingAt } from './options.ts';
import type { World } from './world.ts';

/** Settings change under way; every clock is brought to them, as soon as the server runs. */
export function planSettings(world: World, now: Date): void {
  const at = plus(now, world.random.wait(40 * dayMs));
  world.agenda.add(at, (then) => {
    world.agenda.add(later(then, world.downUntil), (running) => {
      world.house = houseFrom(changed(world, world.house, running));
      for (const played of world.cases.values()) {
        const facts = align(played.state, world.ruleOf(played.state));
        if (facts.length > 0) world.change(played, baton, facts, running);
      }
      planSettings(world, running);
    });
  });
}

function changed({ random, options }: World, house: House, now: Date): HouseParts {
  const level = random.whole(1, 3);
  const what = { holding: 3, counts: 2, runsFrom: 1, closedDay: 3, hours: 1 };
  switch (random.weighted(what)) {
    case 'holding': {
      const holdingMs = Math.round(holdingAt(options, level) * (0.6 + random.next()) * hourMs);
      return withLevel(house, level, () => ({ holdingMs }));
    }
    case 'counts':
      return withLevel(house, level, ({ counts }) => ({
        counts: counts === 'elapsed' ? 'working' : 'elapsed',
      }));
    case 'runsFrom':
      return withLevel(house, level, ({ runsFrom }) => ({
        runsFrom: runsFrom === 'arrival' ? 'opened' : 'arrival',
      }));
    case 'closedDay': {
      const day = plus(now, random.whole(-1, 20) * dayMs)
        .toISOString()
        .slice(0, 10);
      const closed = [...new Set([...house.closed.slice(-12), day])];
      return { ...house, closed, closedVersion: house.closedVersion + 1 };
    }
    case 'hours': {
      const from = random.oneOf(['07:00', '08:00', '09:30']);
      const calendars = house.calendars.map((one) => ({
        ...one,
        version: one.version + 1,
        weekly: one.weekly.map((stretch) => ({ ...stretch, from })),
      }));
      return { ...house, calendars };
    }
  }
}

function withLevel(house: House, id: number, change: (level: Level) => Partial<Level>): HouseParts {
  const levels = house.levels.map((one) => (one.id === id ? { ...one, ...change(one) } : one));
  return { ...house, levels };
}

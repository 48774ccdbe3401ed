import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { testDeps, type TestDeps } from '../../../test/deps.ts';
import { foundPyramid, type Pyramid } from '../../../test/pyramid.ts';
import { baton } from '../../kernel/actor.ts';
import { hourMs } from '../../kernel/duration.ts';
import { plus } from '../../kernel/instant.ts';
import type { Ctx } from '../../platform/context.ts';
import { runCommand } from '../../platform/db.ts';
import { newId } from '../../platform/ids.ts';
import { Problem } from '../../platform/problem.ts';
import { changeAgent } from '../people/commands/change-agent.ts';
import { endAbsence } from '../people/commands/end-absence.ts';
import { recordAbsence } from '../people/commands/record-absence.ts';
import { moveStranded, sweepAbsences } from './absence-sweep.ts';
import { handOverAllCases } from './commands/hand-over-all.ts';
import { handOverForAbsence } from './commands/hand-over-for-absence.ts';
import { openCase } from './commands/open-case.ts';
import { withoutOwner } from './store/check.ts';
import { leftWithAbsent } from './store/stranded.ts';

const hooks = {
  handOverAll: async (ctx: Ctx, agentId: string) => void (await handOverAllCases(ctx, agentId)),
  handOverForAbsence: async (
    ctx: Ctx,
    away: { id: string; agentId: string; coverId: string | null },
  ) => void (await handOverForAbsence(ctx, away)),
  alignClocks: async () => {},
  followAgent: async () => {},
};

type Step =
  | { kind: 'open' }
  | { kind: 'away'; who: number; hours: number | null; ahead: number; cover: number | null }
  | { kind: 'back' | 'disable' | 'enable'; who: number }
  | { kind: 'pass'; hours: number };

const who = fc.nat({ max: 4 });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.constant<Step>({ kind: 'open' }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('away' as const),
      who,
      hours: fc.option(fc.integer({ min: 1, max: 60 })),
      ahead: fc.integer({ min: 0, max: 12 }),
      cover: fc.option(who),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constantFrom('back', 'disable', 'enable'), who }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('pass' as const),
      hours: fc.integer({ min: 1, max: 40 }),
    }),
  },
);

/** A team of three with a lead, and two above; one company for each run. */
async function company() {
  const deps = await testDeps();
  const pyramid = await foundPyramid(deps, [3, 1, 1]);
  const customerId = newId();
  await deps.db
    .insertInto('baton.customers')
    .values({ id: customerId, name: 'Maria', created_at: new Date() })
    .execute();
  return { deps, pyramid, customerId };
}
type Company = Awaited<ReturnType<typeof company>>;

const people = ({ agents }: Pyramid) => agents.flat();

async function take({ deps, pyramid, customerId }: Company, done: Step): Promise<void> {
  const command = <T>(act: (ctx: Ctx) => Promise<T>) => runCommand(deps, baton, act);
  const agent = 'who' in done ? people(pyramid)[done.who]! : '';
  switch (done.kind) {
    case 'open':
      return command((ctx) => open(ctx, deps, customerId));
    case 'away':
      return void (await command((ctx) => {
        const from = plus(ctx.now, done.ahead * hourMs);
        const until = done.hours === null ? null : plus(from, done.hours * hourMs).toISOString();
        const cover = done.cover === null ? null : people(pyramid)[done.cover]!;
        const given = { agent, from: from.toISOString(), until, cover, reason: 'other' as const };
        return recordAbsence(ctx, given, hooks);
      }));
    case 'back': {
      const { rows } = await sql<{ id: string }>`
        select id from baton.absences where agent_id = ${agent} and state = 'running'`.execute(
        deps.db,
      );
      if (!rows[0]) return;
      return command((ctx) => endAbsence(ctx, { id: rows[0]!.id, version: null }));
    }
    case 'disable':
    case 'enable':
      return command((ctx) =>
        changeAgent(ctx, { id: agent, version: null }, { active: done.kind === 'enable' }, hooks),
      );
    case 'pass':
      deps.clock.travel(done.hours * hourMs);
      return sweepAbsences(deps);
  }
}

/** Opens a case; where somebody of the team is present, nobody absent receives it. */
async function open(ctx: Ctx, deps: TestDeps, customerId: string): Promise<void> {
  const { caseId } = await openCase(ctx, {
    customerId,
    subject: 'The bill',
    message: {
      id: newId(),
      direction: 'in',
      kind: 'api',
      author: { kind: 'customer', id: customerId, name: 'Maria', address: null },
      subject: null,
      text: 'It is wrong.',
      quoted: null,
      htmlSha256: null,
      language: 'en',
      automatic: false,
      inboundId: null,
      files: [],
    },
    receipt: false,
  });
  const { rows } = await sql<{ absent: boolean; there: boolean }>`
    select a.absence_id is not null as absent, exists (
      select 1 from baton.team_members m join baton.agents b on b.id = m.agent_id
      where m.team_id = c.team_id and b.active and b.absence_id is null) as there
    from baton.cases c join baton.agents a on a.id = c.owner_id where c.id = ${caseId}`.execute(
    ctx.tx,
  );
  expect(rows[0]!.absent && rows[0]!.there).toBe(false);
  deps.wake();
}

test('whoever comes and goes, no case is without hands, and none stays with somebody away', async () => {
  const stage = await company();
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
      for (const one of steps) {
        await take(stage, one).catch((error: unknown) => {
          if (!(error instanceof Problem)) throw error;
        });
        expect(await withoutOwner(stage.deps.db)).toEqual([]);
      }
      await moveStranded(stage.deps);
      // The clock has leapt ahead of the database's, which counts the minutes of grace.
      const forever = -1e6 * hourMs;
      expect(await leftWithAbsent(stage.deps.db, forever)).toEqual([]);
    }),
    { numRuns: 40 },
  );
}, 60_000);

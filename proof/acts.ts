import type { Actor } from '../server/src/kernel/actor.ts';
import { baton } from '../server/src/kernel/actor.ts';
import { plus } from '../server/src/kernel/instant.ts';
import { hourMs, minuteMs } from '../server/src/kernel/duration.ts';
import type { Ctx, Deps } from '../server/src/platform/context.ts';
import { instant, runCommand } from '../server/src/platform/db.ts';
import { followAgent } from '../server/src/slices/auth/index.ts';
import {
  addMessage,
  handOverAllCases,
  handOverForAbsence,
  openCase,
} from '../server/src/slices/cases/index.ts';
import { handAcross } from '../server/src/slices/cases/commands/hand-across.ts';
import { passUp } from '../server/src/slices/cases/commands/pass-up.ts';
import { reply } from '../server/src/slices/cases/commands/reply.ts';
import { setAside } from '../server/src/slices/cases/commands/set-aside.ts';
import { solveCase } from '../server/src/slices/cases/commands/solve-case.ts';
import { waitForCustomer } from '../server/src/slices/cases/commands/wait-for-customer.ts';
import { writeNote } from '../server/src/slices/cases/commands/write-note.ts';
import { moveStranded, sweepAbsences } from '../server/src/slices/cases/absence-sweep.ts';
import { takeBack } from '../server/src/slices/cases/commands/take-back.ts';
import { offersFor } from '../server/src/slices/cases/store/offers.ts';
import { alignAllClocks, sweep } from '../server/src/slices/cases/jobs.ts';
import { endAbsence } from '../server/src/slices/people/commands/end-absence.ts';
import { recordAbsence } from '../server/src/slices/people/commands/record-absence.ts';
import { changeAgent } from '../server/src/slices/people/commands/change-agent.ts';
import type { TestDeps } from '../server/test/deps.ts';
import { asAgent, type Pyramid } from '../server/test/pyramid.ts';
import { type Customer, saidBy } from './customers.ts';
import type { Chance } from './random.ts';

/** Where the acts of a proof take place. */
export type Stage = {
  deps: TestDeps;
  chance: Chance;
  pyramid: Pyramid;
  customers: Customer[];
  /** The cases opened so far. */
  caseIds: string[];
};

type Act = (stage: Stage) => Promise<unknown>;

const hooks = {
  handOverAll: async (ctx: Ctx, agentId: string) => {
    await handOverAllCases(ctx, agentId);
  },
  handOverForAbsence: async (
    ctx: Ctx,
    absence: { id: string; agentId: string; coverId: string | null },
  ) => {
    await handOverForAbsence(ctx, absence);
  },
  alignClocks: async (deps: Deps) => {
    await alignAllClocks(deps);
  },
  followAgent,
};

/** A customer writes, and has a case. */
export const open: Act = async ({ deps, chance, customers, caseIds }) => {
  const customer = chance.one(customers);
  const { caseId } = await runCommand(deps, baton, (ctx) =>
    openCase(ctx, {
      customerId: customer.id,
      subject: 'The bill',
      message: saidBy(customer, 'It is wrong.'),
      participants: [{ address: customer.address, name: customer.name, role: 'customer' }],
      receipt: true,
    }),
  );
  caseIds.push(caseId);
};

/** Something that the owner of a case does; somebody else may have moved it in the meantime. */
function byOwner(command: (ctx: Ctx, caseId: string, chance: Chance) => Promise<unknown>): Act {
  return async ({ deps, chance, caseIds }) => {
    const caseId = chance.one(caseIds);
    const { owner_id: owner } = await deps.db
      .selectFrom('baton.cases')
      .select('owner_id')
      .where('id', '=', caseId)
      .executeTakeFirstOrThrow();
    const actor: Actor = owner ? asAgent(owner) : baton;
    await runCommand(deps, actor, (ctx) => command(ctx, caseId, chance));
  };
}

const disableSomebody: Act = async ({ deps, chance, pyramid }) => {
  // Not the leads, who come first: they are refused.
  const agentId = chance.one(pyramid.agents.flatMap((team) => team.slice(1)));
  const active = chance.next() < 0.5;
  await runCommand(deps, baton, (ctx) =>
    changeAgent(ctx, { id: agentId, version: null }, { active }, hooks),
  );
};

/** Somebody is away from now on, ahead, or back again; whoever is away already is refused. */
const beAwayOrBack: Act = async ({ deps, chance, pyramid }) => {
  const agent = chance.one(pyramid.agents.flat());
  const running = await deps.db
    .selectFrom('baton.absences')
    .select('id')
    .where('agent_id', '=', agent)
    .where('state', '=', 'running')
    .executeTakeFirst();
  await runCommand(deps, baton, async (ctx) => {
    if (running && chance.next() < 0.7) {
      return endAbsence(ctx, { id: running.id, version: null });
    }
    const from = chance.next() < 0.5 ? ctx.now : plus(ctx.now, chance.between(1, 60) * minuteMs);
    const until = chance.next() < 0.3 ? null : plus(from, chance.between(1, 48) * hourMs);
    const cover = chance.next() < 0.5 ? chance.one(pyramid.agents.flat()) : null;
    const given = { from: from.toISOString(), until: until && until.toISOString() };
    return recordAbsence(ctx, { agent, ...given, reason: 'other', cover }, hooks);
  });
};

/** Whoever is back takes what was theirs before. */
const takeSomethingBack: Act = async ({ deps, chance, pyramid }) => {
  const agent = chance.one(pyramid.agents.flat());
  const [offer] = await offersFor(deps.db, agent);
  if (!offer) return;
  await runCommand(deps, asAgent(agent), (ctx) =>
    takeBack(ctx, { caseId: offer.case_id, agent: null }),
  );
};

const customerWrites: Act = async ({ deps, chance, customers, caseIds }) => {
  const [caseId, customer] = [chance.one(caseIds), chance.one(customers)];
  await runCommand(deps, baton, (ctx) =>
    addMessage(ctx, { caseId, message: saidBy(customer, 'And now?') }),
  );
};

const waitADay = async (ctx: Ctx, caseId: string) => {
  const until = new Date((await instant(ctx.tx, ctx.deps)).getTime() + 24 * hourMs);
  return waitForCustomer(ctx, { caseId, until });
};

const words = { text: 'We have looked into it.', files: [] };
const across = { reason: 'wrong_case', summary: 'Another matter.' };
const up = { reason: 'authority', summary: 'I may not decide on this.' };

/** Each act and how often it is done, in proportion to the others. */
export const acts: [number, Act][] = [
  [24, byOwner((ctx, caseId) => reply(ctx, { caseId, ...words }))],
  [8, byOwner((ctx, caseId) => writeNote(ctx, { caseId, ...words }))],
  [10, byOwner((ctx, caseId) => passUp(ctx, { caseId, ...up }))],
  [14, byOwner((ctx, caseId) => handAcross(ctx, { caseId, ...across }))],
  [8, byOwner((ctx, caseId) => solveCase(ctx, { caseId, ...words }))],
  [8, byOwner(waitADay)],
  [2, byOwner((ctx, caseId) => setAside(ctx, { caseId, reason: 'spam' }))],
  [14, customerWrites],
  [6, disableSomebody],
  [5, beAwayOrBack],
  [6, takeSomethingBack],
  [2, ({ deps }) => sweepAbsences(deps)],
  [1, ({ deps }) => moveStranded(deps)],
  [3, ({ deps }) => sweep(deps)],
  // Time goes by in leaps, so that warnings and lapses happen among the other acts.
  [3, async ({ deps, chance }) => deps.clock.travel(chance.between(1, 40) * minuteMs)],
];

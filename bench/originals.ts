import { type Actor, baton } from '../server/src/kernel/actor.ts';
import { dayMs, hourMs } from '../server/src/kernel/duration.ts';
import { TravellingClock } from '../server/src/platform/clock.ts';
import type { Ctx, Deps } from '../server/src/platform/context.ts';
import { runCommand } from '../server/src/platform/db.ts';
import { newId } from '../server/src/platform/ids.ts';
import { openCase } from '../server/src/slices/cases/index.ts';
import { reply } from '../server/src/slices/cases/commands/reply.ts';
import { solveCase } from '../server/src/slices/cases/commands/solve-case.ts';
import { sweep } from '../server/src/slices/cases/jobs.ts';
import { customerForAddress } from '../server/src/slices/customers/index.ts';
import { sendMessage } from '../server/src/slices/mail/commands/send-message.ts';
import { asAgent } from '../server/test/pyramid.ts';

const words = { text: 'We have looked into it, and you were right. '.repeat(10), files: [] };

/**
 * Cases that real commands made: `closed` of them answered, solved and closed a month ago,
 * `inHands` of them opened in the last hours, half of these answered. What follows from
 * them is done: whoever starts next on copies of them would do it so often, beside what is measured.
 */
export async function makeOriginals(
  deps: Deps,
  { closed, inHands }: { closed: number; inHands: number },
): Promise<void> {
  const clock = new TravellingClock();
  const past = { ...deps, clock };
  clock.travel(-30 * dayMs);
  await atOnce(closed, async (index) => {
    const { caseId, owner } = await open(past, `closed.${index}`);
    const says = (command: (ctx: Ctx) => Promise<unknown>) => runCommand(past, owner, command);
    await says((ctx) => reply(ctx, { caseId, ...words }));
    await says((ctx) => solveCase(ctx, { caseId, ...words }));
  });
  clock.travel(8 * dayMs);
  await sweep(past);
  clock.travel(22 * dayMs - 2 * hourMs);
  await atOnce(inHands, async (index) => {
    const { caseId, owner } = await open(past, `held.${index}`);
    if (index % 2) await runCommand(past, owner, (ctx) => reply(ctx, { caseId, ...words }));
  });
  await sweep(deps);
  const answers = await deps.db
    .selectFrom('baton.messages')
    .select('id')
    .where('direction', '=', 'out')
    .execute();
  await atOnce(answers.length, (index) => sendMessage(deps, answers[index]!.id));
  await deps.db.deleteFrom('baton.work').execute();
}

/** Opens a case of a new customer; says who holds it. */
export async function open(deps: Deps, name: string): Promise<{ caseId: string; owner: Actor }> {
  const address = `${name}@customer.example`;
  const { caseId } = await runCommand(deps, baton, async (ctx) => {
    const customerId = await customerForAddress(ctx, { address, name: 'Maria Customer' });
    return openCase(ctx, {
      customerId,
      subject: 'The bill of this month is wrong',
      message: {
        id: newId(),
        direction: 'in',
        kind: 'mail',
        author: { kind: 'customer', id: customerId, name: 'Maria Customer', address },
        subject: 'The bill of this month is wrong',
        text: 'You have charged me twice for the same thing this month. '.repeat(10),
        quoted: null,
        htmlSha256: null,
        language: 'en',
        automatic: false,
        inboundId: null,
        files: [],
      },
      participants: [{ address, name: 'Maria Customer', role: 'customer' }],
      receipt: false,
    });
  });
  const { owner_id } = await deps.db
    .selectFrom('baton.cases')
    .select('owner_id')
    .where('id', '=', caseId)
    .executeTakeFirstOrThrow();
  return { caseId, owner: asAgent(owner_id!) };
}

/** Does something so many times, eight at once. */
export async function atOnce(
  count: number,
  work: (index: number) => Promise<unknown>,
): Promise<void> {
  let next = 0;
  const worker = async () => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: 8 }, worker));
}

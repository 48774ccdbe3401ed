import type { Actor } from '../../kernel/actor.ts';
import { dayMs } from '../../kernel/duration.ts';
import { plus } from '../../kernel/instant.ts';
import {
  askForHelp,
  askTask,
  finishTask,
  handAcross,
  handDown,
  itWasThanks,
  passUp,
  refuseTask,
  reply,
  setAside,
  solveCase,
  takeBack,
  writeNote,
} from '../cases/index.ts';
import type { Colleague } from './colleague.ts';
import { answerLater, hearSolution } from './public.ts';
import { deskOf, inHands, spokenIn, type Standing } from './store/state.ts';
import { asked, answered, notes, summaries, reasonsDown, reasonsUp } from './among-ourselves.ts';
import { type Talk, words } from './words/index.ts';
import type { World } from './world.ts';

/** Some cases are left lying, so that time has something to do: of a hundred at each level. */
const leftLying = [0, 5, 2, 0];

export function actorOf({ id, role }: Colleague): Actor {
  return { kind: 'agent', id, role };
}

/** An agent looks into their hands, and does the next thing. */
export async function workOn(world: World, who: Colleague, now: Date): Promise<void> {
  const { absenceId, taskId, caseId } = await deskOf(world.db, who.id);
  if (absenceId) return;
  if (taskId && caseId) await answerTask(world, who, { id: taskId, caseId }, now);
  const held = (await inHands(world.db, who.id, 6)).filter((one) => !isLeft(one));
  const next = held[0];
  if (!next) return;
  // Once in a while something newer is quicker than what presses most.
  await act(world, who, world.random.chance(0.25) ? world.random.oneOf(held) : next, now);
}

function isLeft({ id, level }: Standing): boolean {
  return Number.parseInt(id.slice(-4), 16) % 100 < leftLying[level]!;
}

/** What an agent does with a case, and how often, by level. */
const choices = {
  1: { solve: 56, ask: 18, up: 8, across: 4, topic: 2, note: 4, task: 3, help: 2, aside: 2 },
  2: {
    solve: 68,
    ask: 14,
    up: 3,
    across: 3,
    topic: 0,
    note: 5,
    task: 4,
    help: 0,
    aside: 0,
    down: 4,
  },
  3: {
    solve: 88,
    ask: 4,
    up: 0,
    across: 0,
    topic: 0,
    note: 3,
    task: 2,
    help: 0,
    aside: 0,
    down: 3,
  },
} as const;
type Choice = keyof (typeof choices)[2];

async function act(world: World, who: Colleague, found: Standing, now: Date): Promise<void> {
  const on = { caseId: found.id };
  const { random } = world;
  if (await wasThanked(world, who, found, now)) return;
  const weights: Partial<Record<Choice, number>> = choices[found.level as 1 | 2 | 3];
  const choice = random.weighted(weights as Record<Choice, number>);
  const perform = (command: Parameters<World['onCase']>[3]) =>
    world.onCase(found.id, now, actorOf(who), command);
  const say = (text: string) => addressed(found, who, text);
  switch (choice) {
    case 'solve': {
      const text = say(random.oneOf(told(world, found).solutions));
      if (await perform((ctx) => solveCase(ctx, { ...on, text, files: [], withdrawTasks: true })))
        hearSolution(world, customerOf(found), found.id, now);
      return;
    }
    case 'ask': {
      const waitUntil = plus(now, random.whole(3, 6) * dayMs);
      const text = say(told(world, found).ask);
      if (await perform((ctx) => reply(ctx, { ...on, text, files: [], waitUntil })))
        answerLater(world, customerOf(found), found.id, now);
      return;
    }
    case 'up':
    case 'down':
    case 'across':
    case 'topic':
      return moveOn(world, who, found, choice, now);
    case 'note':
      await perform((ctx) => writeNote(ctx, { ...on, text: random.oneOf(notes), files: [] }));
      return;
    case 'task': {
      const others = world.founded.people.filter(({ id }) => id !== who.id);
      const task = { ...on, agent: random.oneOf(others).id, what: random.oneOf(asked) };
      await perform((ctx) => askTask(ctx, task));
      return;
    }
    case 'help':
      await perform((ctx) => askForHelp(ctx, { ...on, what: random.oneOf(asked) }));
      return;
    case 'aside':
      await perform((ctx) => setAside(ctx, { ...on, reason: 'misdirected' }));
  }
}

/** A message of thanks that opened the case again is seen for what it is. */
async function wasThanked(world: World, who: Colleague, found: Standing, now: Date) {
  const { thanks } = words[languageOf(found)];
  if (!found.lastSaid || !thanks.some((text) => found.lastSaid!.startsWith(text))) return false;
  return world.onCase(found.id, now, actorOf(who), (ctx) => itWasThanks(ctx, { caseId: found.id }));
}

async function moveOn(
  world: World,
  who: Colleague,
  found: Standing,
  way: 'up' | 'down' | 'across' | 'topic',
  now: Date,
): Promise<void> {
  const { random, founded } = world;
  const marked = (await spokenIn(world.db, found.id)).slice(0, 1);
  const on = { caseId: found.id, summary: random.oneOf(summaries), marked };
  await world.onCase(found.id, now, actorOf(who), async (ctx) => {
    if (way === 'up') return passUp(ctx, { ...on, reason: random.oneOf(reasonsUp) });
    if (way === 'across') return handAcross(ctx, { ...on, reason: 'wrong_case' });
    if (way === 'topic') {
      const others = [...founded.topics.byTalk.values()].filter((id) => id !== found.topicId);
      return handAcross(ctx, { ...on, reason: 'wrong_topic', topic: random.oneOf(others) });
    }
    const below = founded.people.filter(({ level }) => level === found.level - 1);
    return handDown(ctx, {
      ...on,
      reason: random.oneOf(reasonsDown),
      agent: random.oneOf(below).id,
    });
  });
}

async function answerTask(
  world: World,
  who: Colleague,
  { id: taskId, caseId }: { id: string; caseId: string },
  now: Date,
): Promise<void> {
  const { random } = world;
  const isDone = random.chance(0.85);
  const words = random.oneOf(isDone ? answered.done : answered.refused);
  await world.onCase(caseId, now, actorOf(who), (ctx) =>
    isDone
      ? finishTask(ctx, { taskId, answer: words })
      : refuseTask(ctx, { taskId, reason: words }),
  );
}

/** Whoever is back takes what was theirs, or leaves it where it is. */
export async function takeWhatIsOffered(
  world: World,
  who: Colleague,
  caseIds: string[],
  now: Date,
): Promise<void> {
  for (const caseId of caseIds) {
    if (!world.random.chance(0.6)) continue;
    await world.onCase(caseId, now, actorOf(who), (ctx) =>
      takeBack(ctx, { caseId, agent: who.id }),
    );
  }
}

function told(world: World, found: Standing) {
  const talks = [...world.founded.topics.byTalk];
  const talk: Talk = talks.find(([, id]) => id === found.topicId)?.[0] ?? 'app';
  return words[languageOf(found)].talk[talk];
}

function languageOf({ language }: Standing): keyof typeof words {
  return (language ?? 'en') as keyof typeof words;
}

function addressed(found: Standing, who: Colleague, text: string): string {
  const { dear, regards } = words[languageOf(found)];
  const greeting = dear.replace('{name}', found.customerName);
  return `${greeting}\n\n${text}\n\n${regards}\n${who.name}`;
}

function customerOf(found: Standing) {
  return {
    id: found.customerId,
    name: found.customerName,
    address: found.address ?? '',
    language: languageOf(found),
    zone: 'UTC',
  };
}

import type { RuleAct } from '@baton/contract';
import type { Actor } from '../../kernel/actor.ts';
import type { Db } from '../../platform/context.ts';
import {
  apply,
  type CaseEvent,
  type CaseState,
  historiesOf,
  scopeOf,
  visibleTo,
} from '../cases/index.ts';
import type { Rule } from './rules/decide.ts';
import { lookedAt } from './rules/fits.ts';
import { happeningOf } from './rules/happening.ts';
import { type Moment, tryOn } from './rules/trial.ts';
import { type Materials, materialsOf, type Words, wordsOf } from './store/materials.ts';
import { casesToTry, countToTry, mostTried } from './store/trials.ts';
import { viewOf, type World, worldOf } from './world.ts';

/** How many cases are looked at in one part. */
const part = 500;
/** How many of its hits a part tells. */
const mostHits = 100;

/** Where a trial goes on: below which case, and how many it has looked through. */
export type Place = readonly [number: number, looked: number];

type Hit = { case: { id: string; number: number; subject: string }; at: Date; acts: RuleAct[] };

/** What a rule would have done on a part of the cases that an actor may see; nothing is changed. */
export async function tryRule(
  db: Db,
  actor: Actor,
  rule: Rule,
  { since, now, from }: { since: Date; now: Date; from: Place | undefined },
) {
  const scope = visibleTo(await scopeOf(db, actor));
  const total = await countToTry(db, scope);
  const before = from?.[1] ?? 0;
  const limit = Math.max(1, Math.min(part, mostTried - before));
  const cases = await casesToTry(db, scope, { below: from?.[0] ?? null, since, limit });
  const tried = await tryOnCases(db, rule, cases.ids, { since, now });
  const looked = before + cases.looked;
  const next: Place | null =
    cases.last === null || looked >= mostTried ? null : [cases.last, looked];
  return { ...tried, ids: cases.ids, looked: cases.looked, total, next };
}

async function tryOnCases(
  db: Db,
  rule: Rule,
  ids: string[],
  { since, now }: { since: Date; now: Date },
) {
  const world = await worldOf(db);
  const histories = await historiesOf(db, ids);
  const materials = await materialsOf(db, ids);
  const words = await wordsOf(db, looksAtWords(rule) ? messagesOf(materials) : [], lookedAt);
  const hits: Hit[] = [];
  const sums = { happened: 0, fitted: 0, failed: new Map<string, number>() };
  for (const [id, events] of histories) {
    const about = materials.get(id)!;
    const tried = tryOn(rule, lifeOf(world, events, about, words), since, now);
    sums.happened += tried.happened;
    sums.fitted += tried.hits.length;
    for (const path of tried.failed) sums.failed.set(path, (sums.failed.get(path) ?? 0) + 1);
    const { number, subject } = about;
    hits.push(...tried.hits.map((hit) => ({ case: { id, number, subject }, ...hit })));
  }
  hits.sort((a, b) => b.at.getTime() - a.at.getTime());
  return { ...sums, hits: hits.slice(0, mostHits) };
}

/** The moments of a case, by replaying its events: what was written at once happened at once. */
function lifeOf(
  world: World,
  events: CaseEvent[],
  materials: Materials,
  words: Map<string, Words>,
): Moment[] {
  const life: Moment[] = [];
  let state: CaseState | null = null;
  for (const [place, event] of events.entries()) {
    const after: CaseState = apply(state, event);
    state = after;
    const byRule = event.actor.kind === 'baton' && event.actor.rule !== undefined;
    const heard = happeningOf(event.fact, byRule);
    const isSame = place > 0 && events[place - 1]!.at.getTime() === event.at.getTime();
    const earlier = isSame ? life.pop()!.happenings : [];
    life.push({
      at: event.at,
      happenings: heard ? [...earlier, heard] : earlier,
      view: () => viewOf(world, after, knownThen(materials, event.at), words),
      hours: world.house.hours(world.house.team(after.teamId)),
    });
  }
  return life;
}

/** The answers that were there at an instant. */
function knownThen(materials: Materials, at: Date): Materials {
  return { ...materials, answers: materials.answers.filter((answer) => answer.at <= at) };
}

function messagesOf(materials: Map<string, Materials>): string[] {
  return [...materials.values()].flatMap(({ said }) =>
    said.filter(({ by }) => by === 'customer').map(({ id }) => id),
  );
}

/** Whether a rule looks at what messages say; most do not, and texts are long. */
function looksAtWords({ if: wanted }: Rule): boolean {
  const leaves = wanted.of.flatMap((one) => ('field' in one ? [one] : one.of));
  return leaves.some(({ field }) => field === 'words' || field === 'language');
}

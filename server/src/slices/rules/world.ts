import type { Db, Tx } from '../../platform/context.ts';
import { type CaseState, type House, houseOf } from '../cases/index.ts';
import { lookedAt } from './rules/fits.ts';
import type { CaseView } from './rules/view.ts';
import { type Materials, materialsOf, topicPaths, type Words, wordsOf } from './store/materials.ts';

/** What rules see of the house: teams one above the other, and topics. */
export type World = { house: House; topics: Map<string, string[]> };

export async function worldOf(db: Db | Tx): Promise<World> {
  return { house: await houseOf(db), topics: await topicPaths(db) };
}

/** A case as rules look at it now. */
export async function viewNow(db: Db | Tx, world: World, state: CaseState): Promise<CaseView> {
  const materials = (await materialsOf(db, [state.id])).get(state.id)!;
  const last = lastWords(materials, state.version);
  return viewOf(world, state, materials, await wordsOf(db, last ? [last.id] : [], lookedAt));
}

/** A case as rules look at it when it stood so. */
export function viewOf(
  { house, topics }: World,
  state: CaseState,
  materials: Materials,
  words: Map<string, Words>,
): CaseView {
  const last = lastWords(materials, state.version);
  const said = last && words.get(last.id);
  return {
    status: state.status,
    urgency: state.urgency,
    highStakes: state.highStakes,
    level: state.level,
    teams: teamsUp(house, state.teamId),
    brandId: state.brandId,
    channelId: state.channelId,
    topics: state.topicId ? (topics.get(state.topicId) ?? [state.topicId]) : [],
    topicId: state.topicId,
    moves: state.moves,
    openedAt: state.openedAt,
    clockStartedAt: state.clock.startedAt,
    dueAt: state.clock.due,
    message: {
      at: last?.at ?? state.openedAt,
      subject: said?.subject ?? materials.subject,
      text: said?.text ?? '',
      language: said?.language ?? null,
    },
    unanswered: !materials.said.some(
      ({ by, seq }) => by === 'us' && seq <= state.version && seq > (last?.seq ?? 0),
    ),
    customer: materials.customer,
    answers: new Map(materials.answers.map(({ question, value }) => [question, value])),
  };
}

/** The customer's last message up to an event of the case. */
export function lastWords({ said }: Materials, seq: number) {
  return said.findLast((one) => one.by === 'customer' && one.seq <= seq) ?? null;
}

/** A team and those above it. */
function teamsUp(house: House, teamId: string): string[] {
  const found: string[] = [];
  for (let id: string | null = teamId; id; id = house.team(id).aboveId) found.push(id);
  return found;
}

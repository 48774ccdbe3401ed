import { isDeepStrictEqual } from 'node:util';
import { minuteMs } from '../../kernel/duration.ts';
import type { Check, Finding } from '../../platform/check.ts';
import type { Db } from '../../platform/context.ts';
import type { CaseEvent } from './events.ts';
import { align } from './rules/align.ts';
import { replay } from './rules/apply.ts';
import type { House } from './rules/house.ts';
import * as store from './store/check.ts';
import { historiesOf } from './store/histories.ts';
import { houseOf } from './store/house.ts';
import { type CaseRow, columnsOf, stateOf } from './store/rows.ts';
import { casesOfMerged } from './store/customer-cases.ts';
import { leftWithAbsent } from './store/stranded.ts';

const batch = 500;
/** A server that was started this moment needs a little time to catch up. */
const graceMs = 5 * minuteMs;

/** What must always hold of cases (domain.md), as `doctor` checks it over any database. */
export const checks: Check[] = [
  { name: 'One owner', find: ({ db }) => all(store.withoutOwner(db), 'no active owner') },
  {
    name: 'One due instant',
    find: ({ db }) => all(store.withoutDueInstant(db), 'not the one due instant of its status'),
  },
  {
    name: 'It goes up',
    find: ({ db }) =>
      all(store.overdue(db, graceMs), 'due for more than five minutes, and not moved'),
  },
  {
    name: 'An honest clock',
    find: async ({ db }) => [
      ...(await all(store.misplaced(db), 'another level than its team')),
      ...(await eachCase(db, misaligned(await houseOf(db)))),
    ],
  },
  {
    name: 'Absence moves cases',
    find: ({ db }) =>
      all(leftWithAbsent(db, graceMs), 'with somebody absent, while others are there'),
  },
  {
    name: 'What was said is recorded',
    find: ({ db }) =>
      all(store.unrecorded(db), 'a message without its event, or no message at all'),
  },
  {
    name: 'Tasks',
    find: ({ db }) => all(store.tasksAstray(db, graceMs), 'a task that is not as its events say'),
  },
  {
    name: 'Cases belong to customers who stand by themselves',
    find: ({ db }) => all(casesOfMerged(db), 'a customer who is part of another'),
  },
  { name: 'Append-only', find: ({ db }) => appendOnly(db) },
  { name: 'Events give the state', find: ({ db }) => replayAll(db) },
];

async function all(found: Promise<{ caseId: string }[]>, what: string): Promise<Finding[]> {
  return (await found).map(({ caseId }) => ({ caseId, what }));
}

async function appendOnly(db: Db): Promise<Finding[]> {
  const inForce = await store.guardingTriggers(db);
  return inForce === 2
    ? []
    : [{ what: 'the triggers that refuse to change events are not in force' }];
}

/** What is found in any case, a batch at a time. */
async function eachCase(
  db: Db,
  find: (rows: CaseRow[]) => Finding[] | Promise<Finding[]>,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const rows = await store.casesAfter(db, after, batch);
    if (rows.length === 0) return findings;
    after = rows.at(-1)!.id;
    findings.push(...(await find(rows)));
  }
}

/** Clocks that do not run by the settings as they are: the due instant is computed anew. */
function misaligned(house: House) {
  return (rows: CaseRow[]): Finding[] =>
    rows
      .map(stateOf)
      .filter((state) => align(state, house.ruleOf(state)).length > 0)
      .map(({ id }) => ({ caseId: id, what: 'a clock that does not run by the settings' }));
}

/** Replays every case from its events and compares the result with the row that is kept. */
async function replayAll(db: Db): Promise<Finding[]> {
  return eachCase(db, async (rows) => {
    const events = await historiesOf(
      db,
      rows.map(({ id }) => id),
    );
    return rows.flatMap((row) => {
      const what = differs(row, events.get(row.id) ?? []);
      return what ? [{ caseId: row.id, what }] : [];
    });
  });
}

function differs(row: CaseRow, events: CaseEvent[]): string | null {
  try {
    const replayed = columnsOf(replay(null, events));
    const kept = columnsOf(stateOf(row));
    const names = Object.keys(kept) as (keyof typeof kept)[];
    const wrong = names.filter((name) => !isDeepStrictEqual(kept[name], replayed[name]));
    return wrong.length === 0 ? null : `its events give another ${wrong.join(', ')}`;
  } catch (error) {
    return `its events cannot be replayed: ${(error as Error).message}`;
  }
}

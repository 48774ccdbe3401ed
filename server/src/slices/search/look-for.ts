import type { SavedSearchFields } from '@baton/contract';
import type { Actor } from '../../kernel/actor.ts';
import type { Db, Deps, Tx } from '../../platform/context.ts';
import { customersWithin, type Scope } from '../cases/index.ts';
import { termsOf } from './rules/terms.ts';
import { type Wanted, wantedOf } from './rules/wanted.ts';
import * as store from './store/find.ts';
import { readWithin } from './store/limit.ts';
import { foldedTerms } from './store/terms.ts';
import { casesWith } from './store/words.ts';

export type Looking = {
  q: string;
  narrowing: store.Narrowing;
  limit: number;
  /** Below this number the page begins; null on the first page. */
  before: number | null;
  /** Aborted when nobody waits for the answer any more. */
  unwanted?: AbortSignal;
};

export type Found = {
  wanted: Wanted;
  /** One beyond the limit where there are more. */
  cases: store.FoundRow[];
  /** The case whose number was given; it stands before the others. */
  numbered: store.FoundRow | null;
  said: store.SaidRow[];
  customers: store.FoundCustomerRow[];
  complete: boolean;
};

/** What narrows a search, as an actor asks for it. */
export function narrowingOf(fields: Omit<SavedSearchFields, 'q'>, actor: Actor): store.Narrowing {
  const { owner, from, to, ...rest } = fields;
  return {
    ...rest,
    owner: owner === 'me' ? (actor.id ?? undefined) : owner,
    from: from ? new Date(from) : undefined,
    to: to ? new Date(to) : undefined,
  };
}

/** Whoever waits for a page bears no more, and nobody else shall wait for it. */
const patienceMs = 3000;
const mostCustomers = 5;

/** What an actor may see of what was looked for; `withCustomers` says whether customers as well. */
export async function lookFor(
  { db }: Deps,
  actor: Actor,
  scope: Scope,
  looking: Looking,
  withCustomers: boolean,
): Promise<Found> {
  const wanted = await wantedBy(db, looking.q);
  const nothing = { wanted, cases: [], numbered: null, said: [], customers: [], complete: true };
  if (isNothing(wanted, looking.q)) return nothing;
  const read = async (tx: Tx) => {
    const numbered = await caseOfNumber(tx, scope, looking);
    const rows = await casesFound(tx, wanted.query, scope, looking);
    const cases = rows.filter(({ id }) => id !== numbered?.id);
    const shown = [...(numbered ? [numbered] : []), ...cases.slice(0, looking.limit)];
    const said = await store.latestSaid(
      tx,
      shown.map(({ id }) => id),
    );
    const firstPage = withCustomers && looking.before === null;
    const customers = firstPage ? await customersFound(tx, wanted.query, scope) : [];
    return { ...nothing, cases, numbered, said, customers };
  };
  const found = await readWithin(db, patienceMs, read, looking.unwanted);
  return found ?? { ...nothing, complete: false };
}

/** What is asked of the index. */
export async function wantedBy(db: Db, q: string): Promise<Wanted> {
  return wantedOf(await foldedTerms(db, termsOf(q)));
}

/** Nothing but signs: there is nothing of which that could be said. */
export const isNothing = ({ query }: Wanted, q: string) => query === null && q.trim() !== '';

/** A page of cases, and one more where there are more. */
export function casesFound(
  tx: Tx,
  query: string | null,
  scope: Scope,
  looking: Pick<Looking, 'narrowing' | 'limit' | 'before'>,
) {
  const page = { before: looking.before, limit: looking.limit + 1 };
  return query === null
    ? store.casesWithin(tx, scope, looking.narrowing, page)
    : casesWith(tx, { query, scope, narrowing: looking.narrowing }, page);
}

/** Of a number alone (`1042`, `#1042`): its case. */
async function caseOfNumber(tx: Tx, scope: Scope, { q, narrowing, before }: Looking) {
  const number = /^\s*#?(\d{1,15})\s*$/u.exec(q)?.[1];
  if (number === undefined || before !== null) return null;
  return (await store.caseNumbered(tx, Number(number), scope, narrowing))[0] ?? null;
}

async function customersFound(tx: Tx, query: string | null, scope: Scope) {
  if (query === null) return [];
  return store.customersWith(tx, query, customersWithin(scope), mostCustomers);
}

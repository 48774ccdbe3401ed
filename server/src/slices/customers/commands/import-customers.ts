import { customerChange, type CustomerImport, newCustomer, readCsv } from '@baton/contract';
import { z } from 'zod';
import type { Ctx } from '../../../platform/context.ts';
import { newId } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import { refusalOfIssue } from '../../../platform/field-faults.ts';
import { invalid, invalidField } from '../../../platform/refusals.ts';
import type { IdentityKind } from '../rules/identity.ts';
import type { FieldChange } from '../rules/record.ts';
import { columnOf, type TableRow, tableOf, wishOf } from '../rules/table.ts';
import { customerById, customerWithIdentity, survivorOf } from '../store/customers.ts';
import { identitiesOf } from '../store/identities.ts';
import { insertOrganisation, organisationNamed } from '../store/organisations.ts';
import { goBack, mark } from '../store/savepoint.ts';
import { allTiers } from '../store/tiers.ts';
import { changeCustomer } from './change-customer.ts';
import { createCustomer } from './create-customer.ts';
import { belongsToOther, comparable } from './put-identities.ts';

type Change = z.output<typeof customerChange>;
type Identities = { kind: IdentityKind; value: string }[];

const mostRows = 2000;

/**
 * Takes customers over from a table: a row whose id, or whose first mail address, is known changes
 * that customer, any other makes a new one. A row that is refused leaves nothing behind and is
 * told with its number (the heading is row 1); the others are kept. `dryRun` does all of it, and
 * takes it back.
 * @throws Problem invalid_request for a heading with an unknown column, or too many rows
 */
export async function importCustomers(
  ctx: Ctx,
  { csv, dryRun }: { csv: string; dryRun: boolean },
): Promise<CustomerImport> {
  const read = readCsv(csv);
  const rows = tableOf(read.map(({ cells }) => cells));
  if ('wrong' in rows) throw invalid('csv', 'unknown_column', { column: rows.wrong });
  if (rows.length > mostRows) throw invalid('csv', 'too_many_rows', { most: mostRows });
  const result = { dryRun, made: 0, changed: 0, same: 0, rows: [], refused: [] } as CustomerImport;
  await mark(ctx.tx, 'whole');
  for (const [place, row] of rows.entries()) {
    const where = { row: place + 2, line: read[place + 1]!.line };
    await mark(ctx.tx, 'row');
    try {
      const taken = await takeOver(ctx, row);
      result.rows.push({ ...where, ...taken });
      result[taken.outcome]++;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      await goBack(ctx.tx, 'row');
      result.refused.push({ ...where, ...faultOf(error, row) });
    }
  }
  if (dryRun) await goBack(ctx.tx, 'whole');
  return result;
}

function faultOf(problem: Problem, row: TableRow) {
  const { path = '', message = problem.message } = problem.errors?.[0] ?? {};
  return { column: columnOf(path, row), code: problem.code, path, message };
}

type Taken = Omit<CustomerImport['rows'][number], 'row' | 'line'>;

async function takeOver(ctx: Ctx, row: TableRow): Promise<Taken> {
  const wish = { ...wishOf(row), ...(await namedIn(ctx, row)) };
  const known = await knownAs(ctx, row);
  if (known === null) {
    const given = checked(newCustomer, wish);
    await createCustomer(ctx, given);
    return { outcome: 'made', name: given.name, customer: null, changes: [] };
  }
  const change = checked(customerChange, wish);
  const identities = await also(ctx, known, change);
  const changes: FieldChange[] = await changeCustomer(ctx, known, { ...change, identities });
  const name = change.name ?? (await customerById(ctx.tx, known))!.name;
  return { outcome: changes.length > 0 ? 'changed' : 'same', name, customer: known, changes };
}

/**
 * Addresses that a row names are added; one that it does not name may be known from elsewhere.
 * @throws Problem already_exists, invalid_request, naming one by its place in the row
 */
async function also(ctx: Ctx, id: string, { identities = [] }: Change): Promise<Identities> {
  for (const [place, given] of identities.entries()) {
    const { kind, value } = comparable(given, place);
    const owner = await customerWithIdentity(ctx.tx, kind, value);
    if (owner === null || owner === id) continue;
    throw belongsToOther(`identities.${place}.value`, owner);
  }
  const kept = (await identitiesOf(ctx.tx, id)).map(({ kind, shown }) => ({ kind, value: shown }));
  return [...kept, ...identities];
}

/** @throws Problem invalid_request, naming the field */
function checked<Shape extends z.ZodType>(shape: Shape, wish: object): z.output<Shape> {
  const read = shape.safeParse(wish);
  if (read.success) return read.data;
  throw invalidField(refusalOfIssue(read.error.issues[0]!, wish));
}

/** Who a row speaks of; null: nobody who is known. */
async function knownAs(ctx: Ctx, { id, mail = '' }: TableRow): Promise<string | null> {
  if (id) {
    const known = z.uuid().safeParse(id).success ? await survivorOf(ctx.tx, id) : null;
    if (known === null) throw invalid('id', 'not_there');
    return known;
  }
  const [first = ''] = mail.split('|');
  return first.trim() === ''
    ? null
    : customerWithIdentity(ctx.tx, 'mail', first.trim().toLowerCase());
}

/** Organisation and tier by their names; a new organisation is written down, a tier is not. */
async function namedIn(ctx: Ctx, row: TableRow) {
  const named: { organisation?: string | null; tier?: string | null } = {};
  if (row.organisation !== undefined)
    named.organisation = await organisationOf(ctx, row.organisation);
  if (row.tier === '') named.tier = null;
  else if (row.tier !== undefined) {
    const name = row.tier.toLowerCase();
    const tier = (await allTiers(ctx.tx)).find((one) => one.name.toLowerCase() === name);
    if (!tier) throw invalid('tier', 'not_there');
    named.tier = tier.id;
  }
  return named;
}

async function organisationOf(ctx: Ctx, name: string): Promise<string | null> {
  if (name === '') return null;
  if (name.length > 200) throw invalid('organisation', 'too_long', { most: 200 });
  const known = await organisationNamed(ctx.tx, name);
  if (known) return known;
  const id = newId();
  await insertOrganisation(ctx.tx, { id, name, note: null }, ctx.now);
  return id;
}

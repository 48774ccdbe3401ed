import type { newReference } from '@baton/contract';
import type { z } from 'zod';
import type { Ctx, Deps } from '../../../platform/context.ts';
import { newId } from '../../../platform/ids.ts';
import { notFound } from '../../../platform/refusals.ts';
import { CannotOpen, isOutdated, seal, unseal } from '../../../platform/sealed.ts';
import { recordAccess } from '../../auth/index.ts';
import { endingOf } from '../rules/ending.ts';
import {
  deleteReference,
  insertReference,
  referenceOf,
  type ReferenceRow,
  replaceSeal,
  someReferences,
} from '../store/references.ts';
import { lockForChange } from './note-changes.ts';

/** Writes a number of a customer down, sealed. @throws Problem not_found, wrong_status */
export async function addReference(
  ctx: Ctx,
  customerId: string,
  { kind, label, value }: z.output<typeof newReference>,
): Promise<ReferenceRow> {
  await lockForChange(ctx, customerId);
  const id = newId();
  const sealed = seal(ctx.deps.secrets, placeOf(id), value);
  const row = { id, customerId, kind, label, sealed, ending: endingOf(value) };
  const by = ctx.actor.kind === 'agent' ? ctx.actor.id : null;
  await insertReference(ctx.tx, row, { at: ctx.now, by });
  return row;
}

/** Takes a number of a customer away, also of one who is part of another. @throws Problem not_found */
export async function removeReference(ctx: Ctx, customerId: string, id: string): Promise<void> {
  if (!(await deleteReference(ctx.tx, customerId, id))) throw notFound('number');
}

type Wish = { customerId: string; id: string; reason: string; address: string };

/**
 * Opens a number for whoever says why; who, which and why is in the access log before it is shown,
 * each time (S3-311).
 * @throws Problem not_found; CannotOpen when our secret is another now
 */
export async function revealReference(ctx: Ctx, wish: Wish): Promise<string> {
  const { customerId, id, reason, address } = wish;
  const row = await referenceOf(ctx.tx, customerId, id);
  if (!row) throw notFound('number');
  const detail = { reason, ids: [customerId] };
  await recordAccess(ctx.tx, ctx.actor, { kind: 'reference', id, detail, address });
  return unseal(ctx.deps.secrets, placeOf(id), row.sealed);
}

const atOnce = 500;

/** Seals anew what was sealed with a secret that may be taken away; what is lost stays. */
export async function sealReferencesAnew(deps: Deps): Promise<void> {
  for await (const row of allReferences(deps)) {
    if (!isOutdated(deps.secrets, row.sealed)) continue;
    const value = opened(deps, row);
    if (value !== null) {
      await replaceSeal(deps.db, row, seal(deps.secrets, placeOf(row.id), value));
    }
  }
}

/** The ids of numbers that cannot be opened. */
export async function lostReferences(deps: Pick<Deps, 'db' | 'secrets'>): Promise<string[]> {
  const lost: string[] = [];
  for await (const row of allReferences(deps)) {
    if (opened(deps, row) === null) lost.push(row.id);
  }
  return lost;
}

async function* allReferences({ db }: Pick<Deps, 'db'>): AsyncGenerator<ReferenceRow> {
  let rows: ReferenceRow[] = [];
  do {
    rows = await someReferences(db, rows.at(-1)?.id ?? null, atOnce);
    yield* rows;
  } while (rows.length === atOnce);
}

function opened({ secrets }: Pick<Deps, 'secrets'>, row: ReferenceRow): string | null {
  try {
    return unseal(secrets, placeOf(row.id), row.sealed);
  } catch (error) {
    if (error instanceof CannotOpen) return null;
    throw error;
  }
}

function placeOf(id: string): string {
  return `reference:${id}`;
}

import { withChanges } from '../../../kernel/with-changes.ts';
import type { Ctx } from '../../../platform/context.ts';
import { newId } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import { notFound, unknownReference } from '../../../platform/refusals.ts';
import {
  type CaseOfBoth,
  emptiedOf,
  filledBy,
  type Filled,
  goesBack,
  refuseMerge,
} from '../rules/merging.ts';
import { changesOf, type CustomerFields, type FieldChange, readable } from '../rules/record.ts';
import {
  casePartsOf,
  filledIn,
  insertCaseParts,
  insertMerge,
  lockIdentities,
  mergeById,
  moveBelongings,
  returnBelongings,
  setUndone,
} from '../store/merges.ts';
import { type LockedRecord, lockRecordsWhole, namesOf, updateRecord } from '../store/record.ts';
import { noteChanges } from './note-changes.ts';

/** What the cases do when customers become one or two again; given by the wiring. */
export type CaseMover = {
  /** All cases of one customer become another's. @returns their ids */
  moveCases: (ctx: Ctx, way: { from: string; to: string; merge: string }) => Promise<string[]>;
  /** Those of one customer's cases that are another's, of which `goes` says so, become theirs. */
  partCases: (
    ctx: Ctx,
    way: { from: string; to: string; merge: string; since: Date; cameAlong: string[] },
    goes: (one: CaseOfBoth) => boolean,
  ) => Promise<void>;
};

/**
 * One customer turned out to be another: identities, notes, numbers and cases become the
 * survivor's, and what the survivor's record lacks is taken over. What the merged one's record says
 * stays there, for taking it back. Locks identities, customers, then cases.
 * @returns the id of the merger
 * @throws Problem not_found, unknown_reference, wrong_status, invalid_request
 */
export async function mergeCustomers(
  ctx: Ctx,
  { survivorId, mergedId }: { survivorId: string; mergedId: string },
  cases: CaseMover,
): Promise<string> {
  await lockIdentities(ctx.tx, [survivorId, mergedId]);
  const records = await lockRecordsWhole(ctx.tx, [...new Set([survivorId, mergedId])]);
  const survivor = records.get(survivorId);
  const merged = records.get(mergedId);
  if (!survivor) throw notFound('customer');
  if (!merged) throw unknownReference('customer', 'not_there');
  const refusal = refuseMerge(survivor, merged);
  if (refusal) throw new Problem(refusal.refused, { detail: refusal.detail });
  const filled = filledBy(survivor, merged);
  const id = newId();
  const by = { actor: ctx.actor, at: ctx.now };
  await insertMerge(ctx.tx, { id, mergedId, survivorId, filled }, by);
  await moveBelongings(ctx.tx, { id, mergedId, survivorId });
  const way = { from: mergedId, to: survivorId, merge: id };
  await insertCaseParts(ctx.tx, id, await cases.moveCases(ctx, way));
  const taken = await write(ctx, survivor, filled);
  await noteChanges(ctx, survivorId, [{ field: 'merged', from: null, to: merged.name }, ...taken]);
  await noteChanges(ctx, mergedId, [{ field: 'mergedInto', from: null, to: survivor.name }]);
  return id;
}

/**
 * The two are two again. What went along and is still the survivor's goes back, and so do cases
 * that were opened since from an address that goes back; what else came since stays. Fields that
 * were taken over and are as they came become empty again.
 * @throws Problem not_found; wrong_status when it was undone, or the survivor is part of another
 */
export async function unmergeCustomers(
  ctx: Ctx,
  { customerId, mergeId }: { customerId: string; mergeId: string },
  cases: CaseMover,
): Promise<void> {
  const found = await mergeById(ctx.tx, mergeId);
  if (!found || ![found.merged_id, found.survivor_id].includes(customerId)) {
    throw notFound('merger');
  }
  const { merged_id: mergedId, survivor_id: survivorId, at } = found;
  await lockIdentities(ctx.tx, [survivorId, mergedId]);
  const records = await lockRecordsWhole(ctx.tx, [survivorId, mergedId]);
  const survivor = records.get(survivorId)!;
  const merged = records.get(mergedId)!;
  refuseUnlessOne(merged, survivor);
  const addresses = new Set(await returnBelongings(ctx.tx, found));
  const cameAlong = await casePartsOf(ctx.tx, mergeId);
  const way = { from: survivorId, to: mergedId, merge: mergeId, since: at, cameAlong };
  await cases.partCases(ctx, way, (one) => goesBack(one, at, addresses));
  await setUndone(ctx.tx, found, { actor: ctx.actor, at: ctx.now });
  const emptied = emptiedOf(survivor, await filledIn(ctx.tx, mergeId));
  const taken = await write(ctx, survivor, emptied);
  await noteChanges(ctx, survivorId, [{ field: 'merged', from: merged.name, to: null }, ...taken]);
  await noteChanges(ctx, mergedId, [{ field: 'mergedInto', from: survivor.name, to: null }]);
}

function refuseUnlessOne(merged: LockedRecord, survivor: LockedRecord): void {
  if (merged.mergedInto !== survivor.id) {
    throw new Problem('wrong_status', { detail: 'This was undone already.' });
  }
  if (!survivor.mergedInto) return;
  throw new Problem('wrong_status', {
    detail: `Customer ${survivor.id} is part of another one by now; take that back first.`,
  });
}

async function write(ctx: Ctx, before: CustomerFields, change: Filled): Promise<FieldChange[]> {
  const after = withChanges<CustomerFields>(before, change);
  await updateRecord(ctx.tx, after);
  return changesOf(
    readable(before, await namesOf(ctx.tx, before)),
    readable(after, await namesOf(ctx.tx, after)),
  );
}

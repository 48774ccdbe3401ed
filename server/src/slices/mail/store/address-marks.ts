import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/context.ts';
import type { BounceKind } from '../rules/bounce.ts';

export type AddressMark = {
  address: string;
  bouncedAt: Date | null;
  bounceKind: BounceKind | null;
  bounceReason: string | null;
  complainedAt: Date | null;
};

type Bounced = {
  address: string;
  kind: BounceKind;
  reason: string | null;
  at: Date;
  inboundId: string;
};

/** An address did not take a message; what was known of it before is replaced. */
export async function markBounced(tx: Tx, mark: Bounced): Promise<void> {
  const bounced = {
    bounced_at: mark.at,
    bounce_kind: mark.kind,
    bounce_reason: mark.reason,
    bounced_by: mark.inboundId,
  };
  await tx
    .insertInto('baton.address_marks')
    .values({ address: mark.address, ...bounced })
    .onConflict((on) => on.column('address').doUpdateSet(bounced))
    .execute();
}

/** Somebody complains of what they got. */
export async function markComplained(
  tx: Tx,
  mark: { address: string; at: Date; inboundId: string },
): Promise<void> {
  const complained = { complained_at: mark.at, complained_by: mark.inboundId };
  await tx
    .insertInto('baton.address_marks')
    .values({ address: mark.address, ...complained })
    .onConflict((on) => on.column('address').doUpdateSet(complained))
    .execute();
}

/** The address is good after all: a person wrote from it. A complaint stays. */
export async function clearBounce(tx: Tx, address: string): Promise<void> {
  await sql`
    with gone as (
      delete from baton.address_marks where address = ${address} and complained_at is null)
    update baton.address_marks
    set bounced_at = null, bounce_kind = null, bounce_reason = null, bounced_by = null
    where address = ${address} and complained_at is not null and bounced_at is not null`.execute(
    tx,
  );
}

/** @returns false when the address had no mark */
export async function deleteMark(tx: Tx, address: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('baton.address_marks')
    .where('address', '=', address)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** What is known of these addresses, which are in lower case. */
export async function marksOf(db: Db | Tx, addresses: readonly string[]): Promise<AddressMark[]> {
  if (addresses.length === 0) return [];
  return marks(db).where('address', 'in', addresses).execute();
}

/** What is known of the addresses of a case: its participants', and its customer's others. */
export async function marksOfCase(db: Db | Tx, caseId: string): Promise<AddressMark[]> {
  return marks(db)
    .where(
      sql<boolean>`address in (
        select address from baton.participants where case_id = ${caseId}
        union select i.value from baton.identities i
          join baton.cases c on c.customer_id = i.customer_id
          where c.id = ${caseId} and i.kind = 'mail')`,
    )
    .execute();
}

function marks(db: Db | Tx) {
  return db
    .selectFrom('baton.address_marks')
    .select(['address', 'bounced_at as bouncedAt', 'bounce_reason as bounceReason'])
    .select(sql<BounceKind | null>`bounce_kind`.as('bounceKind'))
    .select('complained_at as complainedAt')
    .orderBy('address');
}

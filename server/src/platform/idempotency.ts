import { sql } from 'kysely';
import type { Actor } from '../kernel/actor.ts';
import { dayMs } from '../kernel/duration.ts';
import { plus } from '../kernel/instant.ts';
import type { Ctx, Deps } from './context.ts';
import { Problem } from './problem.ts';

/** One use of an Idempotency-Key: by whom, for which route, with which request. */
export type Claim = { actor: Actor; route: string; key: string; request: string };
export type Answer = { status: number; body: unknown; headers: Record<string, string> };

/** How long a key gives its first answer again (invariant 6). */
const keptMs = 7 * dayMs;
const nobody = '00000000-0000-0000-0000-000000000000';

/**
 * Takes the key for this transaction.
 * @returns the answer that it was given before, or null when the command is to run now.
 * @throws Problem in_flight, idempotency_mismatch
 */
export async function claimKey(ctx: Ctx, claim: Claim): Promise<Answer | null> {
  const { rows } = await sql<{ free: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended(${lockName(claim)}, 20)) as free`.execute(
    ctx.tx,
  );
  if (!rows[0]!.free) {
    throw new Problem('in_flight', {
      detail: 'A request with this Idempotency-Key is still running. Try again in a moment.',
    });
  }
  const found = await ctx.tx
    .selectFrom('baton.idempotency')
    .selectAll()
    .where('actor_id', '=', claim.actor.id ?? nobody)
    .where('route', '=', claim.route)
    .where('key', '=', claim.key)
    .executeTakeFirst();
  if (!found) return null;
  if (found.at < plus(ctx.now, -keptMs)) return forget(ctx, claim);
  if (!ctx.deps.secrets.verify('idempotency', claim.request, found.request_mac)) {
    throw new Problem('idempotency_mismatch', {
      detail: 'This Idempotency-Key was used for another request. Use a new key for a new request.',
    });
  }
  const headers = found.headers as Record<string, string>;
  return { status: found.status, body: JSON.parse(found.body) as unknown, headers };
}

async function forget(ctx: Ctx, claim: Claim): Promise<null> {
  await ctx.tx
    .deleteFrom('baton.idempotency')
    .where('actor_id', '=', claim.actor.id ?? nobody)
    .where('route', '=', claim.route)
    .where('key', '=', claim.key)
    .execute();
  return null;
}

/**
 * Keeps the answer beside the effect. Of the request only a keyed hash is stored: bodies may hold
 * passwords, which a plain hash would lay open to guessing.
 */
export async function keepAnswer(ctx: Ctx, claim: Claim, answer: Answer): Promise<void> {
  await ctx.tx
    .insertInto('baton.idempotency')
    .values({
      actor_id: claim.actor.id ?? nobody,
      route: claim.route,
      key: claim.key,
      request_mac: ctx.deps.secrets.sign('idempotency', claim.request),
      status: answer.status,
      headers: JSON.stringify(answer.headers),
      body: JSON.stringify(answer.body ?? null),
      at: ctx.now,
    })
    .execute();
}

function lockName(claim: Claim): string {
  return JSON.stringify([claim.actor.id, claim.route, claim.key]);
}

/** Forgets what is older than seven days; run daily. */
export async function forgetOldAnswers(deps: Deps, now: Date): Promise<void> {
  await deps.db.deleteFrom('baton.idempotency').where('at', '<', plus(now, -keptMs)).execute();
}

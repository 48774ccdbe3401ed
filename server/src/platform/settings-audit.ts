import { sql } from 'kysely';
import type { Actor } from '../kernel/actor.ts';
import type { Ctx } from './context.ts';
import type { App, Audit, AuditParams, HttpRequest } from './http-types.ts';
import { Problem } from './problem.ts';
import { secretsIn } from './secrets-in.ts';

type Asked = Audit & { params: AuditParams; body: unknown; address: string | null };

/** By who acts, which is an object of its own for each request. */
const asked = new WeakMap<Actor, Asked>();

/** Notes for each request to a setting what is to be written down when its command has run. */
export function auditSettings(app: App): void {
  app.addHook('preHandler', async (request: HttpRequest) => {
    const { audit, access } = request.routeOptions.config;
    if (!audit || access === 'public') return;
    const params = (request.params ?? {}) as AuditParams;
    const { body, ip: address } = request;
    asked.set(request.identity.actor, { ...audit, params, body, address });
  });
}

/**
 * Runs a command; where it belongs to a request that changes a setting, what it changed is written
 * down in the same transaction. Two who change the same do so one after the other, so that one's
 * "to" is the other's "from".
 */
export async function audited<T>(ctx: Ctx, command: (ctx: Ctx) => Promise<T>): Promise<T> {
  const change = asked.get(ctx.actor);
  return change ? writtenDown(ctx, change, () => command(ctx)) : command(ctx);
}

/**
 * The same where no request to a setting changes it, but what somebody does elsewhere; `id` says
 * which one, where there are several.
 */
export async function auditedChange(
  ctx: Ctx,
  { id, ...audit }: Audit & { id?: string },
  change: () => Promise<unknown>,
): Promise<void> {
  const params = (id === undefined ? {} : { id }) as AuditParams;
  await writtenDown(ctx, { ...audit, params, body: null, address: null }, change);
}

async function writtenDown<T>(ctx: Ctx, change: Asked, command: () => Promise<T>): Promise<T> {
  const { kind, params } = change;
  const lock = `baton.settings_audit ${[kind, ...Object.values(params)].join(' ')}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${lock}, 0))`.execute(ctx.tx);
  const before = await shown(ctx, change);
  const answer = await command();
  const after = change.read === 'answer' ? answer : await shown(ctx, change);
  const secrets = secretsIn(change.body);
  if (written(before) !== written(after) || secrets.length > 0) {
    await insert(ctx, change, { before, after, secrets });
  }
  return answer;
}

/** What stands there now; null where there is nothing. */
async function shown(ctx: Ctx, { read, params }: Asked): Promise<unknown> {
  if (read === 'answer') return null;
  try {
    return (await read(ctx.tx, params, ctx)) ?? null;
  } catch (error) {
    if (error instanceof Problem && error.code === 'not_found') return null;
    throw error;
  }
}

type Change = { before: unknown; after: unknown; secrets: string[] };

async function insert(
  { tx, actor, now }: Ctx,
  { kind, params, address }: Asked,
  { before, after, secrets }: Change,
): Promise<void> {
  await tx
    .insertInto('baton.settings_audit')
    .values({
      at: now,
      actor_kind: actor.kind,
      actor_id: actor.id,
      kind,
      subject: subjectOf(params, after ?? before),
      before: written(before),
      after: written(secrets.length === 0 ? after : { ...Object(after), secretsChanged: secrets }),
      address,
    })
    .execute();
}

/** Which one it is: as the address names it, or by the id of what was made. */
function subjectOf(params: Record<string, string>, view: unknown): string | null {
  const named = Object.values(params)[0];
  if (named !== undefined) return named;
  const id = view !== null && typeof view === 'object' && 'id' in view ? view.id : null;
  return typeof id === 'string' || typeof id === 'number' ? String(id) : null;
}

function written(view: unknown): string | null {
  return view === null || view === undefined ? null : JSON.stringify(view);
}

import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Actor } from '../kernel/actor.ts';
import type { Ctx, Deps } from './context.ts';
import { inCommand } from './db.ts';
import { claimKey, keepAnswer, type Claim } from './idempotency.ts';
import { fieldRefusal } from './field-refusal.ts';
import { Problem } from './problem.ts';
import { audited } from './settings-audit.ts';

/** What is used of Fastify's reply, whatever the types of its route. */
type Reply = {
  statusCode: number;
  then(fulfilled: () => void, rejected: (error: Error) => void): void;
  header(name: string, value: string): unknown;
  getHeader(name: string): unknown;
  send(body?: unknown): unknown;
};
type Request = Pick<FastifyRequest, 'method' | 'url' | 'headers' | 'body'> & {
  identity: FastifyRequest['identity'];
  routeOptions: { url?: string | undefined; config: { access?: string } };
};

type Options = {
  /** The HTTP status of success. */
  status: number;
  /**
   * Makes of a fresh or repeated answer, after the commit, what is sent: adds what must not be
   * stored, for example a secret.
   */
  complete?: (body: unknown) => unknown;
};

/**
 * Runs a command for a request and answers with what it returns, all in one transaction. With an
 * `Idempotency-Key` the answer is stored in that same transaction, so that there is never an
 * effect without its record; for seven days the key then gives this answer again.
 * @throws Problem in_flight while a request with the key is running; idempotency_mismatch when the
 * key was used for something else; invalid_request for a key that is none.
 */
export async function httpCommand(
  deps: Deps,
  request: Request,
  reply: Reply,
  options: Options,
  command: (ctx: Ctx) => Promise<unknown>,
): Promise<void> {
  const actor = actorOf(request);
  const claim = claimOf(request, actor);
  const answer = await inCommand(deps, actor, async (ctx) => {
    const earlier = claim && (await claimKey(ctx, claim));
    if (earlier) return { ...earlier, replayed: true };
    const body = await audited(ctx, command);
    const fresh = { status: options.status, body: body ?? null, headers: headersOf(reply) };
    if (claim) await keepAnswer(ctx, claim, fresh);
    return { ...fresh, replayed: false };
  });
  reply.statusCode = answer.status;
  for (const [name, value] of Object.entries(answer.headers)) reply.header(name, value);
  if (answer.replayed) reply.header('idempotency-replayed', 'true');
  const body = options.complete ? await options.complete(answer.body) : answer.body;
  reply.send(body ?? undefined);
  await new Promise<void>((resolve, reject) => reply.then(resolve, reject));
}

/** Who acts; behind a one-time link nobody is signed in yet. */
function actorOf(request: Request): Actor {
  if (request.routeOptions.config.access !== 'public') return request.identity.actor;
  return { kind: 'customer', id: null };
}

const keySchema = z.string().regex(/^[\x21-\x7e]{1,200}$/);

function claimOf(request: Request, actor: Actor): Claim | null {
  const header = request.headers['idempotency-key'];
  if (header === undefined || request.method !== 'POST') return null;
  const key = keySchema.safeParse(header);
  if (!key.success) {
    throw new Problem('invalid_request', {
      detail: 'An Idempotency-Key has 1 to 200 visible ASCII characters and no spaces.',
      errors: [fieldRefusal('headers.idempotency-key', 'not_a_key')],
    });
  }
  return {
    actor,
    route: `${request.method} ${request.routeOptions.url ?? ''}`,
    key: key.data,
    request: JSON.stringify([request.url, request.body ?? null]),
  };
}

/** The headers that belong to the answer and must come again with it. */
function headersOf(reply: Reply): Record<string, string> {
  const kept = ['etag', 'location'].map((name) => [name, reply.getHeader(name)] as const);
  return Object.fromEntries(
    kept.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
}

import type { Lacking, ProblemCode, Role } from '@baton/contract';
import type {
  FastifyBaseLogger,
  FastifyInstance,
  FastifyReply,
  FastifyRequest,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Actor } from '../kernel/actor.ts';
import type { Ctx, Deps, Tx } from './context.ts';
import type { Limit } from './ranks.ts';

/** The least rank in its area that may enter a route; finer rules stand in the slices' policies. */
export type Access = 'public' | Role;

/**
 * Who is asking: signed in by a session, or by a key. On a route the actor's role is the rank that
 * the limits leave in the route's area.
 */
export type Identity = {
  actor: Extract<Actor, { role: Role }>;
  /** The role itself, whatever the area. */
  role: Role;
  name: string;
  via: 'session' | 'key';
  limits: Limit[];
  /** The session by which somebody came in; null for a key. */
  session: SessionState | null;
};

export type SessionState = {
  id: string;
  lacks: Lacking | null;
  /** When the second factor was given; null: it was not. */
  factorAt: Date | null;
  /** When the person last proved who they are. */
  confirmedAt: Date;
};

/** The parameters of a route's address, as it takes them. */
export type AuditParams = { id: string } & Record<string, string>;

/** What a route that changes a setting says, so that the change is written down. */
export type Audit = {
  /** What kind of setting, for example `topic`. */
  kind: string;
  /**
   * What stands there, as the API shows it and without secrets; asked before and after the change,
   * in its transaction. `answer`: the route makes something new, and answers with it.
   */
  read: 'answer' | ((tx: Tx, params: AuditParams, ctx: Ctx) => Promise<unknown>);
};

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who may enter, by their rank in the area that the route's first tag names; a route without it keeps the server from being built. */
    access?: Access;
    /** Files of the desk, which are counted less strictly than what else is open to everybody. */
    files?: true;
    /** What a session may still lack here; elsewhere it opens nothing until it lacks nothing. */
    lacking?: readonly Lacking[];
    /**
     * A dangerous act: whoever is signed in must have proved within the last ten minutes who they
     * are. A function looks at the body, where only some of what a route does is dangerous.
     */
    stepUp?: true | ((body: unknown) => boolean);
    /** Refusals beyond the usual ones, for the description of the API. */
    problems?: readonly ProblemCode[];
    /** For a POST that takes no Idempotency-Key, which is then ignored: why, in a sentence. */
    withoutKey?: string;
    /** A route that changes a setting: what is written down of it (`/api/settings-audit`). */
    audit?: Audit;
    /** A route among the settings that changes none: why nothing is written down, in a sentence. */
    notASetting?: string;
  }
  interface FastifyRequest {
    /** Who is asking; reading it on a public route is a mistake and throws. */
    identity: Identity;
  }
}

/** The server as slices see it: routes whose inputs and answers are zod schemas. */
export type App = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  ZodTypeProvider
>;

/** A slice's routes: `export const routes: Routes = (app, deps) => { … }`. */
export type Routes = (app: App, deps: Deps) => void | Promise<void>;

/** Finds out who is asking; null when nobody is signed in. */
export type Authenticate = (
  request: FastifyRequest,
  reply: FastifyReply,
) => Promise<Identity | null>;

/** The state of what stands beside HTTP, for the health page. */
export type Surroundings = {
  mailIn: () => 'listening' | 'off';
  /** Whether this server lets cases go up by themselves; stopped after an alarm. */
  clocks: () => 'running' | 'stopped';
};

/** Fastify's request and reply, for slices, which know Fastify by this file only. */
export type HttpRequest = FastifyRequest;
export type HttpReply = FastifyReply;

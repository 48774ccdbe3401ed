import { faults } from '@baton/contract';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import {
  hasZodFastifySchemaValidationErrors,
  type ZodFastifySchemaValidationError,
} from 'fastify-type-provider-zod';
import { DiskFull } from './disk-full.ts';
import { faultOf } from './field-faults.ts';
import { fieldRefusal } from './field-refusal.ts';
import { refusals } from './http-refusals.ts';
import { Problem } from './problem.ts';

/** Answers with a problem, as RFC 9457 writes it. */
export function sendProblem(request: FastifyRequest, reply: FastifyReply, problem: Problem): void {
  if (problem.code === 'not_signed_in') reply.header('www-authenticate', 'Bearer realm="Baton"');
  if (problem.code === 'busy') reply.header('retry-after', '1');
  const body = problem.toBody(request.url.split('?', 1)[0]!);
  void reply
    .code(problem.status)
    .header('cache-control', 'no-store')
    .header('content-type', 'application/problem+json; charset=utf-8')
    // Written here and not by a route's schema, which describes its successes only.
    .serializer((payload: unknown) => JSON.stringify(payload))
    .send(body);
}

/** Answers whatever was thrown: a refusal as it stands, anything unexpected without its insides. */
export function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const problem = toProblem(error, request);
  if (problem.status >= 500) {
    request.log.error(
      { err: error, request: request.id, url: request.routeOptions.url },
      problem.code,
    );
  }
  sendProblem(request, reply, problem);
}

function toProblem(error: unknown, request: FastifyRequest): Problem {
  if (error instanceof Problem) return error;
  if (hasZodFastifySchemaValidationErrors(error)) {
    const where = error.validationContext ?? 'body';
    return invalid(error.validation, where, sentIn(request, where));
  }
  if (error instanceof DiskFull) return storageFull(error);
  const code = codeOf(error);
  const known = refusals[code];
  if (known) return new Problem(known.code, { detail: known.detail, cause: error });
  return new Problem('internal', {
    detail: `Something went wrong on our side, and nothing was changed. Our log has it as ${request.id}.`,
    cause: error,
  });
}

/** The code that Fastify, PostgreSQL or the system gives an error. */
function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error
    ? (error as FastifyError).code
    : '';
}

/** What was sent in the part of a request that was checked. */
function sentIn({ body, query, params, headers }: FastifyRequest, where: string): unknown {
  return { body, querystring: query, params, headers }[where];
}

/** Bad input as zod found it: which field, and what is wrong with it. */
function invalid(found: ZodFastifySchemaValidationError[], where: string, sent: unknown): Problem {
  const part = where === 'querystring' ? 'query' : where === 'params' ? 'path' : where;
  const errors = found.flatMap((one) => {
    const path = one.instancePath.split('/').filter((step) => step !== '');
    const unknown = one.keyword === 'unrecognized_keys' ? (one.params.keys as string[]) : [];
    if (unknown.length > 0) {
      return unknown.map((key) => fieldRefusal(nameOf(part, [...path, key]), 'unknown_field'));
    }
    const message = one.message ?? faults.not_valid;
    const issue = { code: one.keyword, message, path, details: one.params };
    return [{ path: nameOf(part, path), ...faultOf(issue, sent), message }];
  });
  return new Problem('invalid_request', {
    detail: `Not valid: ${errors.map((one) => `${one.path} (${one.message})`).join('; ')}.`,
    errors,
  });
}

/** Fields of the body by their path alone; those of the query and the path say where they stand. */
function nameOf(part: string, path: string[]): string {
  if (part === 'body') return path.length === 0 ? 'body' : path.join('.');
  return [part, ...path].join('.');
}

function storageFull(cause: unknown): Problem {
  return new Problem('storage_full', {
    detail: 'There is no space left to store this. Nothing was changed; try again later.',
    cause,
  });
}

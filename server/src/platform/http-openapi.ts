import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import { agentHeader, faults, problem, problemStatuses, type ProblemCode } from '@baton/contract';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { openToAll } from './http-access.ts';
import { policyOfDocs } from './http-headers.ts';
import type { Access, App } from './http-types.ts';
import { version } from './version.ts';

type Operation = {
  description?: string;
  parameters?: unknown[];
  responses?: Record<string, unknown>;
  security?: unknown[];
  requestBody?: unknown;
  /** The least role that may. */
  'x-access'?: Access;
  /** What kind of setting it changes, or why it is none. */
  'x-audit'?: string;
};
type Described = {
  access: Access;
  problems: readonly ProblemCode[];
  withoutKey: string | undefined;
  audit: string | undefined;
  stepUp: boolean;
  /** Whether a session gets here only when it lacks nothing. */
  whole: boolean;
};

/**
 * Describes the API as OpenAPI 3.1 at `/api/openapi.json`, generated from the schemas of the
 * routes, and shows it at `/api/docs`.
 */
export async function describeApi(app: App, publicUrl: string): Promise<void> {
  const routes = new Map<string, Described>();
  app.addHook('onRoute', ({ url, method, config }) => {
    for (const one of [method].flat()) {
      routes.set(`${one.toLowerCase()} ${url.replaceAll(/:(\w+)/g, '{$1}')}`, {
        access: config?.access ?? 'public',
        problems: config?.problems ?? [],
        withoutKey: config?.withoutKey,
        audit: config?.audit?.kind ?? config?.notASetting,
        stepUp: config?.stepUp !== undefined,
        whole: (config?.lacking ?? []).length < 2,
      });
    }
  });
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Baton', version, description },
      // Relative: whoever opened the description by another name of the server asks that one.
      servers: [{ url: new URL(publicUrl).pathname }],
      components: { securitySchemes: { key: { type: 'http', scheme: 'bearer' } } },
    },
    transform: (route) => {
      const shown = route.url.startsWith('/api/') && route.schema?.summary !== undefined;
      if (!shown) return { schema: { hide: true }, url: route.url };
      return jsonSchemaTransform(route);
    },
    transformObject: (document) => {
      if (!('openapiObject' in document)) return document.swaggerObject;
      const api = document.openapiObject;
      for (const [path, item] of Object.entries(api.paths ?? {})) {
        for (const [method, operation] of Object.entries(item ?? {})) {
          const described = routes.get(`${method} ${path}`);
          if (described) complete(operation as Operation, method, path, described);
        }
      }
      const { $schema: _, ...problemSchema } = z.toJSONSchema(problem);
      return {
        ...api,
        components: { ...api.components, schemas: { Problem: problemSchema } },
      } as typeof api;
    },
  });
  app.get('/api/openapi.json', { config: { access: 'public' } }, async () => app.swagger());
  await app.register(async (docs) => {
    openToAll(docs);
    await docs.register(swaggerUi, {
      routePrefix: '/api/docs',
      staticCSP: policyOfDocs,
      theme: {
        title: 'Baton: the API',
        css: [{ filename: 'baton.css', content: '.swagger-ui .topbar { display: none }' }],
      },
    });
  });
}

/** Adds what holds for all routes of a kind: refusals, headers, and that a key is needed. */
function complete(operation: Operation, method: string, path: string, described: Described): void {
  const isPublic = described.access === 'public';
  const takesKey = method === 'post' && described.withoutKey === undefined;
  operation.security = isPublic ? [] : [{ key: [] }];
  operation['x-access'] = described.access;
  if (described.audit !== undefined) operation['x-audit'] = described.audit;
  const codes: ProblemCode[] = [
    ...(operation.parameters || operation.requestBody ? ['invalid_request' as const] : []),
    ...(operation.requestBody
      ? (['invalid_json', 'too_large', 'unsupported_media_type'] as const)
      : []),
    ...(isPublic ? [] : (['not_signed_in', 'forbidden', 'another_agent'] as const)),
    ...(described.whole && !isPublic ? ['second_factor_needed' as const] : []),
    ...(described.stepUp ? ['step_up_needed' as const] : []),
    ...(path.includes('{') ? ['not_found' as const] : []),
    ...(takesKey ? (['in_flight', 'idempotency_mismatch'] as const) : []),
    ...described.problems,
    'too_many_requests',
    'wrong_host',
    'internal',
    'busy',
  ];
  operation.responses = { ...operation.responses, ...responsesFor(codes) };
  if (takesKey) operation.parameters = [...(operation.parameters ?? []), idempotencyKey];
  if (described.withoutKey !== undefined) {
    operation.description = `An Idempotency-Key is ignored: ${described.withoutKey}`;
  }
}

function responsesFor(codes: ProblemCode[]): Record<string, unknown> {
  const byStatus = Map.groupBy(new Set(codes), (code) => String(problemStatuses[code]));
  return Object.fromEntries(
    [...byStatus].map(([status, some]) => [
      status,
      { description: some.map((code) => `\`${code}\``).join(', '), content: problemContent },
    ]),
  );
}

const problemContent = {
  'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
};

const idempotencyKey = {
  in: 'header',
  name: 'Idempotency-Key',
  required: false,
  schema: { type: 'string', maxLength: 200 },
  description:
    'Makes trying again safe: within seven days the same key gives the first answer again, and ' +
    'nothing is done twice.',
};

const faultRows = Object.entries(faults)
  .map(([code, words]) => `| \`${code}\` | ${words} |`)
  .join('\n');

const description =
  'Send a key as `Authorization: Bearer …` (made by `npx baton token create`). Lists are ' +
  '`{items, next}`; give `next` back as `?cursor=`. Refusals are problems (RFC 9457) with a stable ' +
  '`code`; `errors` says of each field at fault its `path`, a stable `code` with the `params` that it ' +
  'needs to be said in any language, and the same in English (`message`). Codes may be added: say the ' +
  'message for one that you do not know. A page that goes on by a session may say whose it is ' +
  `(header \`${agentHeader}\`, an agent's id): where another agent has signed in since, it is refused ` +
  'as `another_agent` before anything is done. Instants are ISO 8601 in UTC, lengths of time ISO 8601 ' +
  `durations.\n\n| Code of a field | Says |\n| --- | --- |\n${faultRows}`;

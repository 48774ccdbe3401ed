import Fastify, { type FastifyBaseLogger, LogController } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { minuteMs } from '../kernel/duration.ts';
import type { Deps } from './context.ts';
import { instant } from './db.ts';
import { guardAccess } from './http-access.ts';
import { answerError } from './http-errors.ts';
import { secureHeaders } from './http-headers.ts';
import { checkHosts } from './http-hosts.ts';
import { limitRequests } from './http-limits.ts';
import { answerUnknown, rememberMethods } from './http-methods.ts';
import { describeApi } from './http-openapi.ts';
import type { App, Authenticate } from './http-types.ts';
import type { Logger } from './log.ts';
import { auditSettings } from './settings-audit.ts';

/** JSON bodies of up to 1 MB; files have a route and a limit of their own. */
const bodyLimit = 1024 * 1024;

/**
 * A server without routes yet: strict inputs, problems for answers, who may enter, safe headers,
 * and the description of the API. It does not listen.
 */
export async function openHttp(deps: Deps, authenticate: Authenticate): Promise<App> {
  const app: App = Fastify({
    loggerInstance: warningsOf(deps.log),
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: trustOf(deps.settings.trustProxy),
    bodyLimit,
    // Long enough for every cursor and token of ours.
    routerOptions: { maxParamLength: 500 },
    frameworkErrors: (error, request, reply) => answerError(error, request, reply),
    // Long enough for a large file on a slow line; whoever sends nothing holds no connection.
    requestTimeout: 10 * minuteMs,
    return503OnClosing: true,
    forceCloseConnections: 'idle',
  });
  app.removeContentTypeParser('text/plain');
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler(answerError);
  const { publicUrl } = deps.settings;
  const methodsOf = rememberMethods(app);
  secureHeaders(app, publicUrl);
  checkHosts(app, deps.settings);
  const limitAskers = limitRequests(app, deps.settings);
  guardAccess(app, publicUrl, authenticate, () => instant(deps.db, deps));
  limitAskers();
  takeEmptyBodies(app);
  auditSettings(app);
  answerUnknown(app, methodsOf);
  await describeApi(app, publicUrl);
  return app;
}

/** Fastify's own news (that it listens, where) are told by whoever starts it. */
function warningsOf(log: Logger): FastifyBaseLogger {
  return log.isLevelEnabled('info') ? log.child({}, { level: 'warn' }) : log;
}

/** A request without a body is one with an empty object: fields that are required are then named. */
function takeEmptyBodies(app: App): void {
  app.addHook('preValidation', async (request) => {
    if (request.routeOptions.schema?.body && (request.body ?? null) === null) request.body = {};
  });
}

type Trust = Deps['settings']['trustProxy'];

/** Fastify reads a number of hops as a function of its own. */
function trustOf(trust: Trust): boolean | string[] | ((address: string, hop: number) => boolean) {
  return typeof trust === 'number' ? (_address, hop) => hop < trust : trust;
}

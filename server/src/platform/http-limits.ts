import { performance } from 'node:perf_hooks';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { App } from './http-types.ts';
import { isLoopback, networkOf } from './network.ts';
import { Problem } from './problem.ts';
import type { Settings } from './settings.ts';
import { TokenBuckets } from './token-buckets.ts';

/** A whole office behind one address works at ease; one program does not take the server alone. */
const ofAddress = { burst: 1500, perSecond: 150 };
/** What is open to everybody: signing in, pages for customers. */
const ofStrangers = { burst: 60, perSecond: 2 };

/**
 * Refuses whoever asks too often, with Retry-After: by network address before anything is looked
 * up, more strictly where everybody may enter, and by the key or agent that asks. Each server
 * counts for itself (docs/adr/0065). Call it before `guardAccess`, and what it returns after.
 */
export function limitRequests(app: App, { rateLimit }: Pick<Settings, 'rateLimit'>): () => void {
  if (rateLimit === null) return () => {};
  const addresses = new TokenBuckets(ofAddress);
  const strangers = new TokenBuckets(ofStrangers);
  const askers = new TokenBuckets({ burst: rateLimit / 3, perSecond: rateLimit / 60 });
  const take = (buckets: TokenBuckets, name: string, reply: FastifyReply) => {
    const seconds = buckets.take(name, performance.now());
    if (seconds === 0) return;
    reply.header('retry-after', String(seconds));
    throw new Problem('too_many_requests', {
      detail: `Too many requests. Try again in ${seconds} s.`,
    });
  };
  app.addHook('onRequest', async (request, reply) => {
    const network = networkOf(request.ip);
    // Behind a proxy on this machine that TRUST_PROXY does not name, everybody comes from here.
    if (!isLoopback(request.ip)) take(addresses, network, reply);
    if (isForStrangers(request)) take(strangers, network, reply);
  });
  return () => {
    app.addHook('onRequest', async (request, reply) => {
      const { access } = request.routeOptions.config;
      if (access === undefined || access === 'public') return;
      take(askers, request.identity.actor.id, reply);
    });
  };
}

/** Open to everybody, and more work than a file of the desk: it asks the database. */
function isForStrangers({ routeOptions: { config, url } }: FastifyRequest): boolean {
  return config.access === 'public' && config.files !== true && url !== '/api/health';
}

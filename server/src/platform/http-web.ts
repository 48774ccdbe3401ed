import { randomBytes } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import staticFiles from '@fastify/static';
import type { FastifyReply } from 'fastify';
import { openToAll } from './http-access.ts';
import { policyOfDesk, sendPolicy } from './http-headers.ts';
import type { App } from './http-types.ts';

/** Where `npm run -w web build` puts the desk. */
export const webFolder = join(import.meta.dirname, '..', '..', '..', 'web', 'dist');

/** Stands in the built page wherever the browser wants the nonce of its policy. */
const noncePlaceholder = '__CSP_NONCE__';

/**
 * Serves the desk from `folder`: its assets, whose names change with their content, for a year;
 * its other files with a check at each use; and for every other address outside /api the page
 * itself, with a fresh nonce, because the desk finds its way by the address.
 */
export async function serveDesk(app: App, folder = webFolder): Promise<void> {
  await app.register(async (scope) => {
    openToAll(scope);
    await scope.register(staticFiles, {
      root: folder,
      serve: false,
      cacheControl: false,
      // The folder may be built after the server was started.
      suppressWarning: true,
    });
    scope.get('/*', async (request, reply) => {
      const path = decodeURIComponent(request.url.split('?', 1)[0]!);
      if (path === '/api' || path.startsWith('/api/')) return reply.callNotFound();
      if (await isFile(folder, path)) return sendFile(reply, path);
      if (path.startsWith('/assets/')) return reply.callNotFound();
      return sendPage(reply, folder);
    });
  });
}

function sendFile(reply: FastifyReply, path: string): FastifyReply {
  const immutable = path.startsWith('/assets/');
  const caching = immutable ? 'public, max-age=31536000, immutable' : 'no-cache';
  return reply.header('cache-control', caching).sendFile(path.slice(1));
}

async function isFile(folder: string, path: string): Promise<boolean> {
  if (path.endsWith('/') || path.endsWith('.html') || path.includes('..') || path.includes('\0')) {
    return false;
  }
  return stat(join(folder, path)).then(
    (found) => found.isFile(),
    () => false,
  );
}

async function sendPage(reply: FastifyReply, folder: string): Promise<FastifyReply> {
  const nonce = randomBytes(16).toString('base64');
  sendPolicy(reply, policyOfDesk(nonce));
  reply.header('cache-control', 'no-store').type('text/html; charset=utf-8');
  const page = await readFile(join(folder, 'index.html'), 'utf8').catch(() => null);
  if (page === null) return reply.code(503).send(notBuilt);
  return reply.send(page.replaceAll(noncePlaceholder, nonce));
}

const notBuilt = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Baton</title>
<h1>The desk is not built yet</h1>
<p>Baton is running, and its API answers under <a href="/api/docs">/api/docs</a>. For the pages
build them once with <code>npm run -w web build</code>, then load this page again.</p>
</html>
`;

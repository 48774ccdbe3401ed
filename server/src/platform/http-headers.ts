import type { FastifyReply } from 'fastify';
import type { App } from './http-types.ts';

/** Nothing may be loaded, run or framed: what an API answer needs when a browser opens it. */
const policyOfAnswers = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'";

/** The policy of the desk: own scripts; styles by nonce, which Mantine takes; no other origin. */
export function policyOfDesk(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** The policy of pages for customers: one style sheet by nonce, forms to ourselves, no script. */
export function policyOfPages(nonce: string): string {
  return [
    "default-src 'none'",
    `style-src 'nonce-${nonce}'`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/**
 * The policy of a letter that somebody sent us: it runs nothing, belongs to no origin, fetches nothing
 * (its pictures stand in the page itself), and stands in pages of ours only. What it links to opens
 * in a tab of its own, outside of its sandbox.
 */
export const policyOfLetters = [
  'sandbox allow-popups allow-popups-to-escape-sandbox',
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ');

/** The policy of the API's description: Swagger UI's own files; the few styles in its markup are refused, and not missed. */
export const policyOfDocs = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Gives every answer the headers that keep browsers from guessing, framing, leaking and caching. */
export function secureHeaders(app: App, publicUrl: string): void {
  const encrypted = publicUrl.startsWith('https:');
  app.addHook('onRequest', async (_request, reply) => {
    reply.headers({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': 'camera=(), geolocation=(), microphone=()',
      'content-security-policy': policyOfAnswers,
      'cache-control': 'no-store',
    });
    if (encrypted) reply.header('strict-transport-security', 'max-age=31536000');
  });
}

/** Replaces the policy of an answer. */
export function sendPolicy(reply: FastifyReply, policy: string): void {
  reply.header('content-security-policy', policy);
}

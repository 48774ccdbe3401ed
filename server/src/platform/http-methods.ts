import type { App } from './http-types.ts';
import { Problem } from './problem.ts';

/** Remembers which methods each address takes, for 405 and OPTIONS. */
export function rememberMethods(app: App): (path: string) => string[] {
  const routes: { pattern: RegExp; method: string }[] = [];
  app.addHook('onRoute', ({ url, method }) => {
    if (!url.startsWith('/api/') || url.endsWith('*')) return;
    for (const one of [method].flat()) routes.push({ pattern: patternOf(url), method: one });
  });
  return (path) => {
    const methods = routes.filter((route) => route.pattern.test(path)).map((route) => route.method);
    return methods.length === 0 ? [] : [...new Set([...methods, 'OPTIONS'])];
  };
}

function patternOf(url: string): RegExp {
  const steps = url.split('/').map((step) => (step.startsWith(':') ? '[^/]+' : escape(step)));
  return new RegExp(`^${steps.join('/')}$`);
}

function escape(text: string): string {
  return text.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`);
}

/** Answers what no route takes: OPTIONS, a method that an address does not know, or no address. */
export function answerUnknown(app: App, methodsOf: (path: string) => string[]): void {
  app.setNotFoundHandler(async (request, reply) => {
    const path = request.url.split('?', 1)[0]!;
    const methods = methodsOf(path);
    if (methods.length === 0) {
      throw new Problem('route_not_found', { detail: `There is nothing at ${path}.` });
    }
    reply.header('allow', methods.join(', '));
    if (request.method === 'OPTIONS') return reply.code(204).send();
    throw new Problem('method_not_allowed', {
      detail: `${path} takes ${methods.join(', ')}.`,
    });
  });
}

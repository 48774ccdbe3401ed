import type { Deps } from '../../platform/context.ts';
import type { HttpRequest } from '../../platform/http-types.ts';
import type { Site } from './commands/ask-for-passkey.ts';

/**
 * The address under which Baton was opened, as the browser says it; that it is one of ours was
 * asked before, of every request. Passkeys made under one of our names do not open another.
 */
export function siteOf(request: HttpRequest, deps: Deps): Site {
  return { origin: request.headers.origin ?? new URL(deps.settings.publicUrl).origin };
}

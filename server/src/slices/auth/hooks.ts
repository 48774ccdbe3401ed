import type { Ctx } from '../../platform/context.ts';

/**
 * What sign-in needs of slices above it; `wiring.ts` hands it in.
 */
export type AuthHooks = {
  /** Whether mail to agents can leave. */
  canMail: (ctx: Ctx) => Promise<boolean>;
};

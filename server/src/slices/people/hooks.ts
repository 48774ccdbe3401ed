import type { Ctx, Deps } from '../../platform/context.ts';
import type { Absence } from './rules/absence.ts';

/** What follows in other slices when somebody is away. */
export type AbsenceHooks = {
  /**
   * Moves the open and waiting cases of an agent who is away to the cover or the teams, in the same
   * transaction, and lets no case come to the agent any more until its end (invariant 1).
   */
  handOverForAbsence: (
    ctx: Ctx,
    absence: Pick<Absence, 'id' | 'agentId' | 'coverId'>,
  ) => Promise<void>;
};

/**
 * What follows in other slices when people or the pyramid change. People stands below those slices
 * and must not know them, so `wiring.ts` hands these in.
 */
export type PeopleHooks = AbsenceHooks & {
  /**
   * Hands over everything that an agent holds, in the same transaction, and lets no case come to
   * the agent any more until its end (invariant 1).
   */
  handOverAll: (ctx: Ctx, agentId: string) => Promise<void>;
  /**
   * Moves the due instants of the cases at a level whose holding time was changed: at once where
   * they are few, by and by where they are many. Never fails: what is left is done all the same.
   */
  alignClocks: (deps: Deps) => Promise<unknown>;
  /** The agent's sign-in goes by the new name and address, and ends for the disabled. */
  followAgent: (
    ctx: Ctx,
    agent: { id: string; name: string; email: string; active: boolean },
  ) => Promise<void>;
};

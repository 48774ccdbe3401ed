import type { Role } from '@baton/contract';

/**
 * Who does something. An `agent` acts in person (signed in, or by a key that acts as them); a
 * `key` acts as itself; a `customer` acts through mail; `baton` is Baton itself, driven by time, or
 * by a rule that a team wrote.
 */
export type Actor =
  | { kind: 'agent'; id: string; role: Role }
  | { kind: 'key'; id: string; role: Role }
  | { kind: 'customer'; id: string | null }
  | { kind: 'baton'; id: null; rule?: RuleVersion };

/** By which rule Baton acts, and in which version of it. */
export type RuleVersion = { id: string; version: number };

/** Baton itself: what time does, and what follows from mail that nobody in particular sent. */
export const baton: Actor = { kind: 'baton', id: null };

/** An administrator, in person or by key. */
export function isAdmin(actor: Actor): boolean {
  return 'role' in actor && actor.role === 'admin';
}

import { type Actor, isAdmin } from '../../kernel/actor.ts';

/**
 * Who may write a rule for a team: administrators for all, a lead for the teams that they lead and
 * those below; nobody but an administrator for the whole company.
 */
export function mayWrite(actor: Actor, teamId: string | null, led: ReadonlySet<string>): boolean {
  return isAdmin(actor) || (teamId !== null && led.has(teamId));
}

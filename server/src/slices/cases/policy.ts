import type { Role } from '@baton/contract';

/** How the actor stands to a case; loaded together with it. */
export type Standing = {
  role: Role | null;
  /** May know of it at all (invariant 10). */
  sees: boolean;
  holds: boolean;
  /** Leads the team in whose hands it is, or a team above that one. */
  leads: boolean;
};

const admin = (who: Standing) => who.role === 'admin';
const works = (who: Standing) => who.sees && who.role !== 'reader' && who.role !== null;

/** Who may do what to a case; whoever may not see it is told that there is none. */
export const permissions = {
  see: (who: Standing) => who.sees,
  note: works,
  follow: works,
  correct: (who: Standing) => who.holds || who.leads || admin(who),
  reply: (who: Standing) => who.holds || admin(who),
  /** Only what one wrote oneself; the command sees to that. */
  withdraw: works,
  wait: (who: Standing) => who.holds || admin(who),
  solve: (who: Standing) => who.holds || admin(who),
  askTask: (who: Standing) => who.holds || who.leads || admin(who),
  /** Says that the message which opened the case again was thanks. */
  thanks: (who: Standing) => who.holds || admin(who),
  setAside: (who: Standing) => who.holds || who.leads || admin(who),
  putBack: works,
  merge: (who: Standing) => who.holds || who.leads || admin(who),
  /** A merged case is in nobody's hands. */
  unmerge: works,
  people: (who: Standing) => who.holds || who.leads || admin(who),
  reopen: works,
  passUp: (who: Standing) => who.holds || who.leads || admin(who),
  handAcross: (who: Standing) => who.holds || who.leads || admin(who),
  handDown: (who: Standing) => who.holds || who.leads || admin(who),
} as const;

export type Action = keyof typeof permissions;

/** Whether somebody who stands so to a case may do this to it. */
export function may(who: Standing, action: Action): boolean {
  return permissions[action](who);
}

import type { CaseEvent, CaseFact } from '../events.ts';
import type { CaseState } from './state.ts';
import { type Told, toldOfHelp } from './task-notices.ts';

/** Which agents are told of an event, but for whoever did it themselves. */
export function noticesOf(after: CaseState, { fact, actor }: CaseEvent): Told[] {
  switch (fact.kind) {
    case 'opened':
      return [{ agent: fact.owner, kind: 'case_came' }, ...fullTeam(fact)];
    case 'handed_over':
      return [
        { agent: fact.to, kind: 'case_came', data: { direction: fact.direction } },
        ...fullTeam(fact),
      ];
    case 'owner_absent':
      return [{ agent: null, kind: 'owner_absent', data: { owner: fact.owner } }];
    case 'message_received':
      // That it is not solved is told by the reopening.
      return fact.automatic || fact.denies
        ? []
        : [{ agent: after.ownerId, kind: 'customer_wrote' }];
    case 'warned':
      return [{ agent: fact.to, kind: 'case_warned', data: { nth: fact.nth } }];
    case 'deadline_near':
      return [{ agent: fact.warned, kind: 'deadline_near' }];
    case 'deadline_missed':
      return [
        { agent: fact.owner, kind: 'deadline_missed' },
        { agent: null, kind: 'deadline_missed' },
      ];
    case 'high_stakes_set':
      return fact.is ? [{ agent: null, kind: 'high_stakes' }] : [];
    case 'waiting_began':
    case 'deadline_set':
      return postponedAgain(after, fact);
    case 'first_reply_missed':
      return [{ agent: fact.warned, kind: 'first_reply_missed' }];
    case 'lapsed':
      return [{ agent: fact.owner, kind: 'case_lapsed' }];
    case 'untaken':
      return [{ agent: null, kind: 'untaken', data: { owner: fact.owner } }];
    case 'ping_pong':
      return [{ agent: null, kind: 'ping_pong', data: { moves: fact.moves } }];
    case 'accountability_opened':
      return [{ agent: fact.answerable, kind: 'accountability' }];
    case 'merged':
      return [{ agent: fact.owner, kind: 'case_merged', data: { into: fact.into } }];
    case 'absorbed':
      return [{ agent: after.ownerId, kind: 'case_absorbed', data: { case: fact.case } }];
    case 'unmerged':
      return [{ agent: fact.owner, kind: 'case_unmerged' }];
    case 'delivery_failed':
      return [{ agent: after.ownerId, kind: 'delivery_failed', data: { state: fact.state } }];
    case 'complained':
      return [{ agent: after.ownerId, kind: 'mail_complained' }];
    default:
      return toldOfHelp(after, fact) ?? toldOfEnding(after, fact, actor);
  }
}

/** So many postponements of one case are a way of not dealing with it (S2-1). */
const postponementsSeen = 3;

function postponedAgain(after: CaseState, fact: CaseFact): Told[] {
  const isLater =
    fact.kind === 'waiting_began' ||
    (fact.kind === 'deadline_set' && fact.at !== null && fact.was !== null && fact.at > fact.was);
  return isLater && after.postponed === postponementsSeen
    ? [{ agent: null, kind: 'postponed', data: { times: after.postponed } }]
    : [];
}

function fullTeam({ full, team }: { full: boolean; team: string }): Told[] {
  return full ? [{ agent: null, kind: 'team_full', data: { team } }] : [];
}

function toldOfEnding(after: CaseState, fact: CaseFact, actor: CaseEvent['actor']): Told[] {
  // Where a message opened it again, that is what the owner is told.
  if (fact.kind === 'reopened' && !fact.because) {
    return [{ agent: fact.owner, kind: 'case_reopened' }];
  }
  if (fact.kind === 'closed' && fact.confirmed && actor.kind === 'customer') {
    return [{ agent: after.solvedBy ?? after.ownerId, kind: 'case_confirmed' }];
  }
  return [];
}

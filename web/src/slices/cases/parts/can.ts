import type { Case, Me } from '@baton/contract';
import { may } from '../../access/may.ts';

/** What may be offered to somebody on a case; the server has the last word on each. */
export type Can = {
  holds: boolean;
  note: boolean;
  call: boolean;
  reply: boolean;
  solve: boolean;
  passUp: boolean;
  wait: boolean;
  resume: boolean;
  handAcross: boolean;
  handDown: boolean;
  setAside: boolean;
  putBack: boolean;
  reopen: boolean;
  thanks: boolean;
  ask: boolean;
  /** Says who takes part, splits messages off, merges. */
  people: boolean;
  merge: boolean;
};

/** @param isTop the case stands at the highest level, from where nothing can be passed up */
export function can(item: Case, me: Me, isTop: boolean): Can {
  const works = may(me, 'Cases', 'agent');
  const holds = item.owner !== null && item.owner.id === me.agent?.id;
  const mine = holds || may(me, 'Cases', 'admin');
  const moves = mine || may(me, 'Cases', 'lead');
  const inWork = item.status === 'open' || item.status === 'waiting';
  return {
    holds,
    note: works,
    call: works && me.agent !== null && item.status !== 'merged',
    reply: works && mine && (inWork || item.status === 'solved'),
    solve: works && mine && inWork,
    passUp: works && moves && inWork && !isTop,
    wait: works && mine && item.status === 'open',
    resume: works && mine && item.status === 'waiting',
    handAcross: works && moves && inWork,
    handDown: works && moves && inWork && item.level > 1,
    setAside: works && moves && inWork,
    putBack: works && item.status === 'set_aside',
    thanks: works && mine && item.mayBeThanks,
    people: works && moves && item.status !== 'merged',
    merge: works && moves && (inWork || item.status === 'solved'),
    ask: works && moves && (inWork || item.status === 'solved'),
    reopen: works && (item.status === 'solved' || item.status === 'closed'),
  };
}

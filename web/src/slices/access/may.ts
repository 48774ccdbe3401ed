import { ranks, type Area, type Me, type Rank } from '@baton/contract';

/** Whether somebody reaches a rank in an area, as the server counts it: what is offered follows it. */
export function may(who: Pick<Me, 'ranks'>, area: Area, least: Rank): boolean {
  return ranks.indexOf(who.ranks[area]) >= ranks.indexOf(least);
}

import type { RuleAct } from '@baton/contract';
import { later } from '../../../kernel/instant.ts';
import type { WorkingTime } from '../../../kernel/working-time.ts';
import { decide, type Rule } from './decide.ts';
import { dueOf } from './due.ts';
import { listensTo } from './happening.ts';
import type { CaseView, Happening } from './view.ts';

/** A moment in the life of a case: what happened at once, and how it stood after it. */
export type Moment = {
  at: Date;
  happenings: Happening[];
  /** Made when it is looked at only. */
  view: () => CaseView;
  /** Of the team in whose hands it was. */
  hours: WorkingTime;
};

/** What a rule would have done on a case, and which conditions did not fit. */
export type Tried = {
  happened: number;
  hits: { at: Date; acts: RuleAct[] }[];
  failed: string[];
};

type Looks = { at: Date; view: CaseView; happening: Happening };

/**
 * What a rule would have done on a case from `since` until `now`, had it been in force and alone:
 * the same decision as in life, on the case as it stood at each moment.
 * @param life of the case, from its opening on
 */
export function tryOn(rule: Rule, life: Moment[], since: Date, now: Date): Tried {
  const tried: Tried = { happened: 0, hits: [], failed: [] };
  const looks = rule.when.on === 'time' ? timedLooks(rule, life, since, now) : heard(rule, life);
  for (const { at, view, happening } of looks) {
    if (at < since || at > now) continue;
    const decision = decide(rule, view, happening, at);
    if ('acts' in decision) tried.hits.push({ at, acts: decision.acts });
    else if (decision.whyNot === 'condition') tried.failed.push(decision.path);
    else continue;
    tried.happened += 1;
  }
  return tried;
}

function* heard({ when }: Rule, life: Moment[]): Generator<Looks> {
  for (const { at, happenings, view } of life) {
    for (const happening of happenings) {
      if (listensTo(when, happening)) yield { at, view: view(), happening };
    }
  }
}

/** Once for each instant from which time is counted; what was due before `since` is past. */
function* timedLooks({ when }: Rule, life: Moment[], since: Date, now: Date): Generator<Looks> {
  if (when.on !== 'time') return;
  const seen = new Set<number>();
  for (const [place, moment] of life.entries()) {
    const view = moment.view();
    const due = dueOf(when, view, moment.hours);
    if (!due.at || seen.has(due.anchor.getTime())) continue;
    const at = later(due.at, moment.at);
    if (at >= (life[place + 1]?.at ?? now)) continue;
    seen.add(due.anchor.getTime());
    if (due.at > since) yield { at, view, happening: { on: 'time', byRule: false } };
  }
}

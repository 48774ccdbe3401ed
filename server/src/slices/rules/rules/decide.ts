import type { RuleAct, RuleIf, RuleWhen } from '@baton/contract';
import { misfit } from './fits.ts';
import { listensTo } from './happening.ts';
import type { CaseView, Happening } from './view.ts';

/** A rule as it decides: what it says, and whether it can. */
export type Rule = {
  /** The team whose cases it looks at, with those below; null: the whole company. */
  teamId: string | null;
  active: boolean;
  /** Something that it names is no longer there. */
  broken: boolean;
  when: RuleWhen;
  if: RuleIf;
  acts: RuleAct[];
};

/** Why a rule does nothing: `condition` says which one did not fit. */
export type WhyNot =
  | { whyNot: 'off' | 'broken' | 'not_listening' | 'by_a_rule' | 'other_team' }
  | { whyNot: 'condition'; path: string };

/**
 * What a rule does about something that happened to a case: its acts, without those that would
 * change nothing; or why nothing. What a rule did sets off no rule, so that no rules, however they
 * are written, can go round in a circle.
 */
export function decide(
  rule: Rule,
  view: CaseView,
  happening: Happening,
  now: Date,
): { acts: RuleAct[] } | WhyNot {
  if (!rule.active) return { whyNot: 'off' };
  if (rule.broken) return { whyNot: 'broken' };
  if (happening.byRule) return { whyNot: 'by_a_rule' };
  if (!listensTo(rule.when, happening)) return { whyNot: 'not_listening' };
  if (rule.teamId !== null && !view.teams.includes(rule.teamId)) return { whyNot: 'other_team' };
  const path = misfit(rule.if, view, now);
  if (path !== null) return { whyNot: 'condition', path };
  return { acts: rule.acts.filter((act) => changes(act, view)) };
}

/** Whether an act would change anything about a case that stands so. */
function changes(act: RuleAct, view: CaseView): boolean {
  switch (act.do) {
    case 'set_topic':
      return act.topic !== view.topicId;
    case 'set_urgency':
      return act.urgency !== view.urgency;
    case 'set_high_stakes':
      return act.is !== view.highStakes;
    case 'hand_across':
      return act.team !== view.teams[0];
    default:
      return true;
  }
}

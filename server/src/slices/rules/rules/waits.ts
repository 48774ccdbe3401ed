import type { Due } from './due.ts';

/** A case that waits for the instant at which a rule looks at it. */
export type Wait = {
  caseId: string;
  ruleId: string;
  /** The version of the rule from which on its time counts. */
  sinceVersion: number;
  /** From when time is counted. */
  anchor: Date;
  /** When the rule looks; null when it has, or while the case stands still. */
  dueAt: Date | null;
  /** Looked at for this anchor, or never to be. */
  done: boolean;
};

type Since = { id: string; sinceVersion: number; sinceAt: Date };

/**
 * What a case waits for after something changed about it: once done for an anchor is done for good,
 * and what was due before the rule was in force is left alone.
 */
export function waitFor(caseId: string, rule: Since, due: Due, before: Wait | undefined): Wait {
  const isSame =
    before?.sinceVersion === rule.sinceVersion && before.anchor.getTime() === due.anchor.getTime();
  const done = (isSame && before.done) || (due.at !== null && due.at <= rule.sinceAt);
  return {
    caseId,
    ruleId: rule.id,
    sinceVersion: rule.sinceVersion,
    anchor: due.anchor,
    dueAt: done ? null : due.at,
    done,
  };
}

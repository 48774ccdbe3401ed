import type { RuleVersion, TeamRule } from '@baton/contract';
import type { RuleContent, RuleRow, VersionRow } from './store/rules.ts';
import type { Reference } from './rules/references.ts';

type Beside = { missing: Reference[]; mayChange: boolean; acted: number };

/** A rule as the API shows it. */
export function presentRule(row: RuleRow, { missing, mayChange, acted }: Beside): TeamRule {
  return {
    id: row.id,
    version: row.version,
    ...presentContent(row),
    broken: missing.map(({ path, kind }) => ({ path, what: kind })),
    mayChange,
    changedAt: row.changedAt.toISOString(),
    changedBy: whoChanged(row),
    acted,
  };
}

/** A version of a rule as the API shows it. */
export function presentVersion(row: VersionRow): RuleVersion {
  return {
    version: row.version,
    ...presentContent(row),
    at: row.changedAt.toISOString(),
    by: whoChanged(row),
  };
}

function presentContent(row: RuleContent & { teamName: string | null }) {
  return {
    name: row.name,
    // A team that is gone has no name any more; the rule is shown as broken.
    team: row.teamId ? { id: row.teamId, name: row.teamName ?? '' } : null,
    active: row.active,
    when: row.when,
    if: row.if,
    acts: row.acts,
  };
}

function whoChanged(row: Pick<RuleRow, 'changedById' | 'changedByName'>) {
  return row.changedById ? { id: row.changedById, name: row.changedByName ?? '' } : null;
}

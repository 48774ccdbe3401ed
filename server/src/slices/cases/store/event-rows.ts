import type { Urgency } from '@baton/contract';
import type { Selectable } from 'kysely';
import type { Actor } from '../../../kernel/actor.ts';
import type { BatonCaseEvents } from '../../../platform/database-types.ts';
import type { CaseEvent, CaseFact } from '../events.ts';

/** An event as the rules know it. */
export function eventOf(row: Selectable<BatonCaseEvents>): CaseEvent {
  return {
    caseId: row.case_id,
    seq: row.seq,
    at: row.at,
    actor: actorOf(row),
    fact: factOf(row.kind, row.data as Record<string, unknown>),
  };
}

function actorOf(row: Selectable<BatonCaseEvents>): Actor {
  const { rule_id: id, rule_version: version } = row;
  const actor = { kind: row.actor_kind, id: row.actor_id } as Actor;
  return id && version && actor.kind === 'baton' ? { ...actor, rule: { id, version } } : actor;
}

const instants = new Set([
  'startedAt',
  'due',
  'warnAt',
  'until',
  'closeAt',
  'remindAt',
  'firstReplyDue',
  'next',
  'takeBy',
  'at',
  'was',
  'resumeAt',
  'pausedAt',
  'deadlineAt',
  'deadlineWarnAt',
  'from',
  'to',
  'lastMessageAt',
  'solvedAt',
]);

/** What holds instants in its turn. */
const nested = new Set(['clock', 'restored', 'reopening']);

const isInstant = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value);

/** A fact as it was before it was stored: instants are dates again. */
function factOf(kind: string, data: Record<string, unknown>): CaseFact {
  return { kind, ...revived(data) } as CaseFact & { urgency: Urgency };
}

function revived(data: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => {
      if (nested.has(key) && value) return [key, revived(value as Record<string, unknown>)];
      if (key === 'entries') return [key, (value as Record<string, unknown>[]).map(revived)];
      return [key, instants.has(key) && isInstant(value) ? new Date(value) : value];
    }),
  );
}

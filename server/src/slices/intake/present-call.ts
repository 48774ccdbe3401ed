import type { Call } from '@baton/contract';
import { formatDuration } from '../../kernel/duration.ts';
import { timesOf } from './rules/call-times.ts';
import type { ShownCall } from './store/calls.ts';

/** A call as the API shows it at the instant `now`. */
export function presentCall(row: ShownCall, now: Date): Call {
  const times = timesOf(row.marks, now);
  return {
    id: row.id,
    case: row.caseId && row.caseNumber ? { id: row.caseId, number: row.caseNumber } : null,
    agent: { id: row.agentId, name: row.agentName },
    direction: row.direction,
    number: row.number,
    withCustomer: row.withCustomer,
    marks: row.marks.map(({ kind, at, pressedAt }) => ({
      kind,
      at: at.toISOString(),
      pressedAt: pressedAt.toISOString(),
    })),
    beganAt: times.beganAt.toISOString(),
    endedAt: times.endedAt?.toISOString() ?? null,
    reachedAt: times.reachedAt?.toISOString() ?? null,
    wait: formatDuration(times.waitMs),
    held: formatDuration(times.heldMs),
    spoken: formatDuration(times.spokenMs),
    people: row.people.map(({ name, spelling, role }) => ({ name, spelling, role })),
    agreed: row.agreed,
    note: row.note,
    done: row.doneAt !== null,
    message: row.messageId,
    corrections: row.corrections.map(({ at, what, by }) => ({
      at: new Date(at).toISOString(),
      what,
      by,
    })),
  };
}

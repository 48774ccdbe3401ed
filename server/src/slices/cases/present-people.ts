import type { Participant } from '@baton/contract';
import type { ParticipantRow } from './store/people.ts';

/** Somebody who takes part from outside, as the API shows them. */
export function presentParticipant(row: ParticipantRow): Participant {
  return {
    id: row.id,
    address: row.address,
    name: row.name,
    role: row.role,
    leftAt: row.leftAt?.toISOString() ?? null,
  };
}

import type { FoundCase, FoundCustomer, SavedSearch } from '@baton/contract';
import { countOf, markedPiece, markedWhole } from './rules/pieces.ts';
import type { Mark } from './rules/wanted.ts';
import type { FoundCustomerRow, FoundRow, SaidRow } from './store/find.ts';
import type { SavedRow } from './store/saved.ts';

/** A case that was found, with what was looked for marked. */
export function presentFound(row: FoundRow, said: readonly SaidRow[], marks: Mark[]): FoundCase {
  const message = bestOf(said, marks);
  return {
    id: row.id,
    number: row.number,
    subject: markedWhole(row.subject, marks),
    status: row.status,
    level: row.level,
    owner: row.owner_id ? { id: row.owner_id, name: row.owner_name ?? '' } : null,
    team: { id: row.team_id, name: row.team_name },
    customer: { id: row.customer_id, name: row.customer_name },
    topic: row.topic_id ? { id: row.topic_id, name: row.topic_name ?? '' } : null,
    openedAt: row.opened_at.toISOString(),
    lastMessageAt: row.last_message_at.toISOString(),
    message: message && {
      at: message.at.toISOString(),
      direction: message.direction,
      pieces: markedPiece(message.text, marks),
    },
  };
}

/** The message in which most of what was looked for stands, the latest of those. */
function bestOf(said: readonly SaidRow[], marks: Mark[]): SaidRow | null {
  let best: { row: SaidRow; count: number } | null = null;
  for (const row of said) {
    const count = countOf(row.text, marks);
    if (best === null || count > best.count) best = { row, count };
  }
  return best?.row ?? null;
}

export function presentFoundCustomer({ id, name, identity }: FoundCustomerRow): FoundCustomer {
  return { id, name, identity };
}

/** A saved search as an agent sees it. */
export function presentSaved(row: SavedRow, agentId: string): SavedSearch {
  return {
    id: row.id,
    name: row.name,
    search: row.search,
    team: row.team_id ? { id: row.team_id, name: row.team_name ?? '' } : null,
    owner: { id: row.agent_id, name: row.agent_name },
    yours: row.agent_id === agentId || row.led,
  };
}

import type { LedgerLine } from '@baton/contract';
import { ownAct, tellingOf } from './rules/ledger.ts';
import type { LedgerRow } from './store/ledger.ts';

/** A line of the ledger as the API shows it; `about` is its case where one may see that. */
export function presentLine(row: LedgerRow, about: LedgerLine['case']): LedgerLine {
  return {
    id: row.id,
    agent: { id: row.agentId, name: row.agentName },
    kind: row.kind,
    data: row.data as Record<string, unknown>,
    case: about && { id: about.id, number: about.number },
    seq: row.seq,
    at: row.at.toISOString(),
    seenAt: row.seenAt?.toISOString() ?? null,
    ...(row.isOwnAct ? { desk: ownAct, mail: ownAct, push: ownAct } : waysOf(row)),
  };
}

function waysOf(row: LedgerRow): Pick<LedgerLine, 'desk' | 'mail' | 'push'> {
  const apart = { from: null, hold: null, carrierId: null, others: 0 };
  return {
    desk: tellingOf({ ...apart, state: row.deskState, reason: row.deskReason, at: row.at }),
    mail: tellingOf({
      state: row.mailState,
      reason: row.mailReason,
      at: row.mailAt,
      from: row.mailFrom,
      hold: row.mailHold,
      carrierId: row.mailId,
      others: row.mailOthers,
    }),
    push: tellingOf({
      state: row.pushState,
      reason: row.pushReason,
      at: row.pushAt,
      from: row.pushFrom,
      hold: row.pushHold,
      carrierId: row.pushId,
      others: row.pushOthers,
    }),
  };
}

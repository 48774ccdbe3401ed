import type { CaseFact } from '../events.ts';

/** Work that follows from a fact, by the name of its handler. */
export type FollowUp = { task: string; payload: Record<string, unknown> };

/** What has to be done after a fact, outside the transaction that recorded it. */
export function followUps(caseId: string, seq: number, fact: CaseFact): FollowUp[] {
  switch (fact.kind) {
    case 'opened':
      return fact.receipt && !fact.spoken ? [{ task: 'mail.receipt', payload: { caseId } }] : [];
    case 'taken_down':
      return fact.receipt ? [{ task: 'mail.receipt', payload: { caseId } }] : [];
    case 'replied':
      return [{ task: 'mail.message', payload: { messageId: fact.message } }];
    case 'solved':
      return [{ task: 'mail.message', payload: { messageId: fact.solution } }];
    case 'withdrawn':
      return [{ task: 'mail.withdrawn', payload: { messageId: fact.message } }];
    case 'reminded':
      return [{ task: 'mail.reminder', payload: { caseId, seq } }];
    case 'merged':
      return [{ task: 'mail.merged', payload: { caseId, seq } }];
    case 'handed_over':
      return fact.direction === 'up' ? [{ task: 'mail.moved', payload: { caseId, seq } }] : [];
    default:
      return [];
  }
}

import type { Tx } from '../../../platform/context.ts';
import { hearEvents } from '../../cases/index.ts';
import { kindHeard } from '../rules/happening.ts';
import { rulesInForce } from '../store/rules.ts';

/** What moves an instant for which a case waits, or begins or ends its waiting. */
const kindsOfTime = [
  'opened',
  'message_received',
  'handed_over',
  'waiting_began',
  'resumed',
  'solved',
  'thanked',
  'reopened',
  'closed',
  'set_aside',
  'put_back',
  'merged',
  'absorbed',
  'unmerged',
  'accountability_opened',
  'holding_time_changed',
  'calendar_changed',
];

/**
 * From this transaction on exactly that is heard for which the rules in force listen. What rules do
 * sets off no rule; only the instants for which cases wait move with it.
 */
export async function listen(tx: Tx): Promise<void> {
  const rules = await rulesInForce(tx);
  const kinds = new Set(rules.map(({ when }) => kindHeard(when)).filter((kind) => kind !== null));
  await hearEvents(tx, {
    task: 'rules.event',
    kinds: [...kinds],
    byRules: false,
    perCase: false,
  });
  const countsTime = rules.some(({ when }) => when.on === 'time');
  await hearEvents(tx, {
    task: 'rules.waits',
    kinds: countsTime ? kindsOfTime : [],
    byRules: true,
    perCase: true,
  });
}

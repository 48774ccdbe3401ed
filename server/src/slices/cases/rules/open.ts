import type { Urgency } from '@baton/contract';
import { plusWorking, type WorkingTime } from '../../../kernel/working-time.ts';
import type { CaseFact } from '../events.ts';
import { startClock } from './clock.ts';
import type { ClockRule } from './clock-rule.ts';

export type Opening = {
  customer: string;
  brand: string;
  channel: string | null;
  topic: string | null;
  urgency: Urgency;
  team: string;
  level: number;
  owner: string;
  full: boolean;
  message: string;
  /** The rule that chose the topic; null where somebody did, or nobody. */
  rule: string | null;
  receipt: boolean;
  /** Taken down while the customer speaks. */
  spoken?: true;
};

/** A case is opened: it has an owner, a clock and a first-reply date from its first instant. */
export function open(
  opening: Opening,
  times: { rule: ClockRule; firstReplyMs: number; hours: WorkingTime },
  now: Date,
): CaseFact[] {
  const clock = startClock(now, times.rule);
  return [
    {
      kind: 'opened',
      ...opening,
      clock,
      firstReplyDue: plusWorking(times.hours, now, times.firstReplyMs),
    },
  ];
}

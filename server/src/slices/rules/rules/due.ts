import type { RuleWhen } from '@baton/contract';
import { dayMs, parseDuration } from '../../../kernel/duration.ts';
import { plus } from '../../../kernel/instant.ts';
import { plusWorking, workingBetween, type WorkingTime } from '../../../kernel/working-time.ts';
import type { CaseView } from './view.ts';

type ByTime = Extract<RuleWhen, { on: 'time' }>;

/** From when a rule counts time on a case, and when it looks at the case; null: not as it stands. */
export type Due = { anchor: Date; at: Date | null };

/**
 * When a rule that counts time looks at a case. It does so once for each anchor: the opening, a
 * message of the customer, the beginning of a clock. None of them is set by rules without end: only
 * passing up begins a clock, and there are only so many levels.
 * @param hours of the team of the case
 */
export function dueOf(when: ByTime, view: CaseView, hours: WorkingTime): Due {
  const ms = parseDuration(when.length);
  const later = (from: Date) =>
    when.counts === 'working' ? plusWorking(hours, from, ms) : plus(from, ms);
  const isHeld = ['open', 'waiting', 'solved'].includes(view.status);
  switch (when.from) {
    case 'opened':
      return { anchor: view.openedAt, at: isHeld ? later(view.openedAt) : null };
    case 'customer_wrote':
      return { anchor: view.message.at, at: isHeld ? later(view.message.at) : null };
    case 'due':
      return { anchor: view.clockStartedAt, at: view.dueAt && before(when, view, hours, ms) };
  }
}

/** The instant before the due one, but never before the clock itself began. */
function before({ counts }: ByTime, view: CaseView, hours: WorkingTime, ms: number): Date {
  const due = view.dueAt!;
  const at = counts === 'working' ? minusWorking(hours, due, ms) : plus(due, -ms);
  return at < view.clockStartedAt ? view.clockStartedAt : at;
}

/** No rule looks further back from a due instant. */
const longestMs = 400 * dayMs;

/** The last instant from which on `ms` of working time are left until `until`, to the millisecond. */
function minusWorking(hours: WorkingTime, until: Date, ms: number): Date {
  let span = Math.max(ms, 1);
  while (span < longestMs && workingBetween(hours, plus(until, -span), until) < ms) span *= 2;
  // Between `near`, too close by, and `far`, far enough.
  let [near, far] = [0, Math.min(span, longestMs)];
  while (far - near > 1) {
    const middle = Math.floor((near + far) / 2);
    if (workingBetween(hours, plus(until, -middle), until) < ms) near = middle;
    else far = middle;
  }
  return plus(until, -far);
}

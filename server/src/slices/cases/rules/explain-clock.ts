import type { ClockLine } from '@baton/contract';
import { formatDuration } from '../../../kernel/duration.ts';
import { between } from '../../../kernel/instant.ts';
import type { CaseStatus } from '@baton/contract';
import type { ClockEntry, HoldingClock } from './state.ts';

/**
 * Why the clock stands where it stands, line by line and oldest first: every stretch from the
 * arrival at the level until `now`, whether it counted, and every correction. The counted
 * stretches, the corrections and what remains add up to the holding time.
 */
export function explainClock(clock: HoldingClock, status: CaseStatus, now: Date): ClockLine[] {
  const lines: ClockLine[] = [];
  let runningSince = clock.startedAt;
  for (const entry of clock.entries) {
    if ('at' in entry) {
      lines.push(correction(entry));
    } else {
      lines.push(...running(runningSince, entry.from), pause(entry.kind, entry.from, entry.to));
      runningSince = entry.to;
    }
  }
  if (!clock.pausedAt) return [...lines, stretch('running', runningSince, null, now)];
  lines.push(...running(runningSince, clock.pausedAt));
  if (status === 'merged' || status === 'open') return lines;
  const kind = status === 'closed' ? 'solved' : status;
  return [...lines, stretch(kind, clock.pausedAt, null, now)];
}

function running(from: Date, to: Date): ClockLine[] {
  return between(from, to) > 0 ? [stretch('running', from, to, to)] : [];
}

function pause(kind: ClockLine['kind'], from: Date, to: Date): ClockLine {
  return stretch(kind, from, to, to);
}

function stretch(kind: ClockLine['kind'], from: Date, to: Date | null, end: Date): ClockLine {
  return {
    kind,
    from: from.toISOString(),
    to: to?.toISOString() ?? null,
    counted: kind === 'running',
    length: formatDuration(Math.max(0, between(from, end))),
  };
}

function correction(entry: Extract<ClockEntry, { at: Date }>): ClockLine {
  const at = entry.at.toISOString();
  return {
    kind: entry.kind,
    from: at,
    to: at,
    counted: false,
    length: formatDuration(entry.ms),
  };
}

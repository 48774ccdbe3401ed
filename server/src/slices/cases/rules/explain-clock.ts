import type { CaseStatus, ClockLine } from '@baton/contract';
import { formatDuration } from '../../../kernel/duration.ts';
import { between } from '../../../kernel/instant.ts';
import { stretches, workingBetween } from '../../../kernel/working-time.ts';
import type { ClockRule } from './clock-rule.ts';
import type { HoldingClock } from './state.ts';

type Part = { kind: ClockLine['kind']; from: Date; to: Date | null };

/**
 * Why the clock stands where it stands, line by line and oldest first: every stretch from the
 * arrival at the level until `now`, how much of it counted, and every correction. What counted, the
 * corrections that add or take away and what remains make the holding time.
 */
export function explainClock(
  clock: HoldingClock,
  rule: ClockRule,
  status: CaseStatus,
  now: Date,
): ClockLine[] {
  return partsOf(clock, status).flatMap((part) => {
    if ('ms' in part) return [correction(part)];
    if (part.kind !== 'running') return [stretch(part, between(part.from, part.to ?? now))];
    return [stretch(part, workingBetween(rule.time, part.from, part.to ?? now))];
  });
}

/**
 * The same with every single stretch of the running clock, those that counted and those that did
 * not and why: outside the hours, a day without hours, a closed day by its name.
 * @param nameOf the name of a closed day, `YYYY-MM-DD`
 */
export function explainInFull(
  clock: HoldingClock,
  rule: ClockRule,
  status: CaseStatus,
  now: Date,
  nameOf: (day: string) => string,
): ClockLine[] {
  return partsOf(clock, status).flatMap((part): ClockLine[] => {
    if ('ms' in part) return [correction(part)];
    if (part.kind !== 'running') return [stretch(part, between(part.from, part.to ?? now))];
    const lines = explainAhead(rule, part.from, part.to ?? now, nameOf);
    const last = lines.at(-1);
    if (last && !part.to) last.to = null;
    return lines;
  });
}

/** What counts and what does not while a clock runs, stretch by stretch. */
export function explainAhead(
  { time }: ClockRule,
  from: Date,
  to: Date,
  nameOf: (day: string) => string,
): ClockLine[] {
  return stretches(time, from, to).map(({ why, day, ...part }) => ({
    ...stretch({ kind: why ?? 'running', ...part }, between(part.from, part.to)),
    ...(day && { name: nameOf(day) }),
  }));
}

type Correction = { kind: ClockLine['kind']; at: Date; ms: number };

function partsOf(clock: HoldingClock, status: CaseStatus): (Part | Correction)[] {
  const parts: (Part | Correction)[] = [];
  if (clock.usedMs > 0) {
    parts.push({ kind: 'counted_before', at: clock.startedAt, ms: -clock.usedMs });
  }
  let since = clock.startedAt;
  for (const entry of clock.entries) {
    if ('at' in entry) {
      parts.push(entry);
    } else {
      parts.push(...running(since, entry.from), entry);
      since = entry.to;
    }
  }
  if (!clock.pausedAt) return [...parts, { kind: 'running', from: since, to: null }];
  parts.push(...running(since, clock.pausedAt));
  if (status === 'merged' || status === 'open') return parts;
  const kind = status === 'closed' ? 'solved' : status;
  return [...parts, { kind, from: clock.pausedAt, to: null }];
}

function running(from: Date, to: Date): Part[] {
  return between(from, to) > 0 ? [{ kind: 'running', from, to }] : [];
}

function stretch({ kind, from, to }: Part, ms: number): ClockLine {
  return {
    kind,
    from: from.toISOString(),
    to: to?.toISOString() ?? null,
    counted: kind === 'running',
    length: formatDuration(Math.max(0, ms)),
  };
}

function correction({ kind, at, ms }: Correction): ClockLine {
  const instant = at.toISOString();
  return { kind, from: instant, to: instant, counted: false, length: formatDuration(ms) };
}

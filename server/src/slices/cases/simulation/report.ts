import { dayMs, hourMs } from '../../../kernel/duration.ts';
import type { Counts, Figures } from './figures.ts';
import type { Options } from './options.ts';

/** What a run gives, for programs. Hours and days are rounded to hundredths. */
export type Report = {
  options: Options;
  counts: Counts;
  waitedDays: number;
  hoursInHands: { median: number; p95: number };
  loadPerLevel: { level: number; average: number; most: number }[];
  standStills: number;
  steps: number;
  events: number;
  refused: number;
};

/** The figures of a run that has ended. */
export function reportOf(options: Options, figures: Figures): Report {
  const sorted = Float64Array.from(figures.inHands).toSorted();
  const hours = (share: number) => {
    const ms = sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
    return rounded(ms / hourMs);
  };
  return {
    options,
    counts: figures.counts,
    waitedDays: rounded(figures.waitedMs / dayMs),
    hoursInHands: { median: hours(0.5), p95: hours(0.95) },
    loadPerLevel: [...figures.load].map(([level, { sum, most }]) => ({
      level,
      average: rounded(sum / options.days),
      most,
    })),
    standStills: figures.downs,
    steps: figures.steps,
    events: figures.events,
    refused: figures.refusals,
  };
}

/** The same, for people: a line for each figure. */
export function printed(report: Report): string {
  const { options, counts, hoursInHands } = report;
  const rows: [string, string][] = [
    ['cases', `${counts.cases}`],
    ['messages from outside', `${counts.messages}`],
    ['replies', `${counts.replies}`],
    ['first replies missed', `${counts.firstRepliesMissed}`],
    ['lapses', `${counts.lapses}`],
    ['accountability entries', `${counts.accountabilityEntries}`],
    ['passed up', `${counts.passedUp}, lapses included`],
    ['handed across', `${counts.handedAcross}, absences included`],
    ['handed down', `${counts.handedDown}`],
    ['stayed with somebody absent', `${counts.stayedWithAbsent}`],
    ['waiting', `${counts.waits} times, ${report.waitedDays} days in all`],
    ['solved', `${counts.solved}`],
    ['reopened', `${counts.reopened}, of which ${counts.thanked} were thanks`],
    ['confirmed', `${counts.confirmed}; ${counts.unconfirmed} closed unconfirmed`],
    ['set aside', `${counts.setAside}; ${counts.putBack} put back`],
    ['merged', `${counts.merged}; ${counts.unmerged} taken back`],
    ['clocks moved by settings', `${counts.clocksMoved}`],
    ['time in hands', `median ${hoursInHands.median} h, p95 ${hoursInHands.p95} h`],
    ...report.loadPerLevel.map(({ level, average, most }): [string, string] => [
      `open at level ${level}`,
      `${average} on average, ${most} at most`,
    ]),
    ['stand-stills', `${report.standStills}`],
    ['acts refused', `${report.refused}`],
    ['steps', `${report.steps}, ${report.events} events; after each everything held`],
  ];
  const { days, agents, arrivals, seed } = options;
  return [
    `${days} days, ${agents} agents, ${arrivals} arrivals a day, seed ${seed}`,
    ...rows.map(([name, value]) => `${name.padEnd(28)}${value}`),
  ].join('\n');
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

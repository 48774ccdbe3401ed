import type { CaseEvent } from '../events.ts';

type Where = { seed: number; day: number; caseId: string; events: CaseEvent[] };

/** Something that must always hold does not: which run, which day, which case, and all its events. */
export class BrokenInvariant extends Error {
  constructor(what: string, { seed, day, caseId, events }: Where) {
    const lines = events.map(
      ({ seq, at, actor, fact }) =>
        `  ${seq} ${at.toISOString()} ${actor.kind}:${actor.id ?? ''} ${JSON.stringify(fact)}`,
    );
    super([`BROKEN  ${what}`, `seed ${seed}, day ${day}, ${caseId}`, ...lines].join('\n'));
  }
}

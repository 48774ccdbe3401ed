import type { TeamRuleTrial } from '@baton/contract';
import { useEffect, useRef, useState } from 'react';
import { type RuleInput, tryPart } from '../doing.ts';

/** How many cases are shown of those on which the rule would have acted. */
const shownHits = 100;

export type DryRun = Pick<TeamRuleTrial, 'looked' | 'total' | 'happened' | 'fitted' | 'hits'> & {
  /** How often each condition did not fit, by its path. */
  failed: Map<string, number>;
  isOver: boolean;
};

const nothing: DryRun = {
  looked: 0,
  total: 0,
  happened: 0,
  fitted: 0,
  hits: [],
  failed: new Map(),
  isOver: false,
};

/** Tries a rule on the last 30 days, part by part, and says how far it is. */
export function useDryRun() {
  const [run, setRun] = useState<DryRun | null>(null);
  const [error, setError] = useState<unknown>(null);
  const under = useRef<AbortController | null>(null);
  useEffect(() => () => under.current?.abort(), []);
  const start = async ({ team, when, if: wanted, acts }: RuleInput) => {
    under.current?.abort();
    const stop = new AbortController();
    under.current = stop;
    setError(null);
    let all = nothing;
    setRun(all);
    try {
      let next: string | null = null;
      do {
        const said = { team, when, if: wanted, acts, ...(next !== null && { cursor: next }) };
        const part: TeamRuleTrial = await tryPart(said, stop.signal);
        all = added(all, part);
        if (!stop.signal.aborted) setRun(all);
        ({ next } = part);
      } while (next !== null);
    } catch (failed) {
      if (!stop.signal.aborted) setError(failed);
    }
  };
  return { run, error, isRunning: run !== null && !run.isOver && error === null, start };
}

function added(all: DryRun, part: TeamRuleTrial): DryRun {
  const failed = new Map(all.failed);
  for (const { path, count } of part.failed) failed.set(path, (failed.get(path) ?? 0) + count);
  return {
    looked: all.looked + part.looked,
    total: part.total,
    happened: all.happened + part.happened,
    fitted: all.fitted + part.fitted,
    hits: [...all.hits, ...part.hits].slice(0, shownHits),
    failed,
    isOver: part.next === null,
  };
}

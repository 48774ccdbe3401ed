import { minuteMs } from '../../../kernel/duration.ts';
import { between } from '../../../kernel/instant.ts';
import { headerOf, type Letter } from './letter.ts';
import type { ThreadKeys } from './thread-token.ts';

/** The header by which a letter to ourselves is known: an id and a keyed hash of it. */
export const probeHeader = 'x-baton-probe';

/** Letters of the hash, 132 bits of it: with them all the line would be long enough to be rewritten. */
const markLength = 22;

/** The value of the header for a probe. */
export function probeMark(id: string, keys: ThreadKeys): string {
  return `${id} ${keys.sign(id).slice(0, markLength)}`;
}

/** The id of the probe that a letter is; null when it is none, or forged. */
export function probeOf(letter: Pick<Letter, 'headers'>, keys: ThreadKeys): string | null {
  const [id = '', mark = ''] = (headerOf(letter, probeHeader) ?? '').trim().split(/\s+/);
  const marks = keys.all(id).map((mac) => mac.slice(0, markLength));
  return mark !== '' && marks.includes(mark) ? id : null;
}

/** A letter to ourselves and what became of it. */
export type Probe = {
  kind: 'plus' | 'catch_all';
  askedAt: Date;
  refused: string | null;
  arrivedAt: Date | null;
};
export type ProbeState = 'under_way' | 'arrived' | 'refused' | 'lost';

/** Mail hosts hold back what they do not know for a few minutes (greylisting). */
const lostAfterMs = 15 * minuteMs;

export function probeState({ arrivedAt, refused, askedAt }: Probe, now: Date): ProbeState {
  if (arrivedAt) return 'arrived';
  if (refused !== null) return 'refused';
  return between(askedAt, now) > lostAfterMs ? 'lost' : 'under_way';
}

/** The kind of reply address that the probes speak for; null while it cannot be told. */
export function suggestedKind(
  probes: readonly Probe[],
  now: Date,
): 'plus' | 'catch_all' | 'none' | null {
  if (probes.length === 0) return null;
  const stateOf = (kind: Probe['kind']) => {
    const probe = probes.find((one) => one.kind === kind);
    return probe ? probeState(probe, now) : 'lost';
  };
  for (const kind of ['plus', 'catch_all'] as const) {
    if (stateOf(kind) === 'arrived') return kind;
    if (stateOf(kind) === 'under_way') return null;
  }
  return 'none';
}

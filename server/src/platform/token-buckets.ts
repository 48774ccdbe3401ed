/** How often something may happen: `burst` at once, and `perSecond` in the long run. */
export type Pace = { burst: number; perSecond: number };

type Bucket = { left: number; at: number };

/** What one server remembers at most; the bucket unused for longest is forgotten first. */
const mostBuckets = 50_000;

/** Counts by name: each has a bucket of tokens that fills by itself. Instants in milliseconds. */
export class TokenBuckets {
  readonly #pace: Pace;
  readonly #buckets = new Map<string, Bucket>();

  constructor(pace: Pace) {
    this.#pace = pace;
  }

  /** Takes one token. @returns 0, or the seconds after which there is one again */
  take(name: string, now: number): number {
    const { burst, perSecond } = this.#pace;
    const before = this.#buckets.get(name) ?? { left: burst, at: now };
    const filled = Math.min(burst, before.left + ((now - before.at) / 1000) * perSecond);
    const left = filled >= 1 ? filled - 1 : filled;
    // Put in again at the end: the order of a map is that of putting in.
    this.#buckets.delete(name);
    this.#buckets.set(name, { left, at: now });
    this.#forget();
    return filled >= 1 ? 0 : Math.max(1, Math.ceil((1 - filled) / perSecond));
  }

  #forget(): void {
    for (const oldest of this.#buckets.keys()) {
      if (this.#buckets.size <= mostBuckets) return;
      this.#buckets.delete(oldest);
    }
  }
}

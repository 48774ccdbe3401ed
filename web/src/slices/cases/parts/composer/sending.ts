import { isRefusal, Refusal } from '../../../../api/refusal.ts';
import type { Draft } from './draft.ts';

/** What goes out from a draft, until it is known what became of it. */
export class Sending {
  /** As it was at the press. */
  readonly draft: Draft;
  /** Of the draft at the server from which it goes, 0 for none. */
  readonly version: number;
  #isUnderWay = true;
  #isLost = false;

  constructor(draft: Draft, version: number) {
    this.draft = draft;
    this.version = version;
  }

  again(): this {
    this.#isUnderWay = true;
    return this;
  }

  /** It did not succeed, as far as is known: where no answer came, the server may have done it. */
  failed(error: unknown): void {
    this.#isUnderWay = false;
    // The server looks by its key first whether it was done.
    if (isRefusal(error, 'stale_version')) this.#isLost = false;
    else if (error instanceof Refusal && error.passing) this.#isLost = true;
  }

  /** Whether this is just what is on its way. */
  carries(now: Draft): boolean {
    return this.#isUnderWay && now.key === this.draft.key;
  }

  /** Whether the draft at the server, now gone, may have gone with it. */
  mayHaveEnded(now: Draft): boolean {
    return this.#isUnderWay || (this.#isLost && now.key === this.draft.key);
  }
}

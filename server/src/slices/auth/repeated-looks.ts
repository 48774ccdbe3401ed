import { performance } from 'node:perf_hooks';
import { minuteMs } from '../../kernel/duration.ts';

/** A desk that stays open asks for the same page every few seconds; that is one look. */
const sameLookMs = 5 * minuteMs;
const mostRemembered = 20_000;

/**
 * Tells a page that a desk keeps up to date from one that is opened: the same look by the same
 * actor from the same address within five minutes is one look. Each server remembers its own.
 */
export class RepeatedLooks {
  readonly #noted = new Map<string, number>();

  /** Whether this look was noted lately. */
  isRepeated(look: string, now = performance.now()): boolean {
    const noted = this.#noted.get(look);
    return noted !== undefined && now - noted < sameLookMs;
  }

  /** Remembers a look that was written down; the oldest are forgotten first. */
  note(look: string, now = performance.now()): void {
    this.#noted.delete(look);
    this.#noted.set(look, now);
    for (const oldest of this.#noted.keys()) {
      if (this.#noted.size <= mostRemembered) return;
      this.#noted.delete(oldest);
    }
  }
}

import { minuteMs } from '../../../kernel/duration.ts';
import type { Budget } from './budget.ts';

/** How much mail is too much: what Baton sends by itself, and what it takes. */
export type Limits = {
  /** Automatic mail that one correspondent gets at most. */
  automatic: Budget;
  /** More messages than this within the window open a breaker (domain.md, no loops). */
  breaker: { sender: number; domain: number; channel: number };
};

/** The time over which messages are counted, and for which it must be calm before a breaker closes. */
export const windowMs = 10 * minuteMs;

/**
 * A person does not write thirty times in ten minutes. A domain may hold many people, and on a bad
 * day a thousand customers write at once: those limits are far above what an ordinary day brings.
 */
export const usualLimits: Limits = {
  automatic: { hour: 5, day: 20 },
  breaker: { sender: 30, domain: 300, channel: 1000 },
};

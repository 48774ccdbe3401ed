import type { ChannelTroubleCode } from '@baton/contract';
import { minuteMs } from '../../../kernel/duration.ts';
import { between, plus } from '../../../kernel/instant.ts';

/** What is known of how mail comes in through a channel. */
export type HealthFacts = {
  pausedAt: Date | null;
  /** Null where mail comes by SMTP only. */
  mailbox: {
    trouble: string | null;
    troubleSince: Date | null;
    /** When it answered last; null before it did at all. */
    checkedAt: Date | null;
  } | null;
};

export type Health = {
  state: 'working' | 'connecting' | 'trouble' | 'paused';
  trouble: { code: ChannelTroubleCode; since: Date } | null;
};

/** A mailbox is looked at each minute; after so long nobody does. */
const forgottenMs = 10 * minuteMs;

/** How a channel is. A pause hides trouble, for nothing is tried. */
export function healthOf({ pausedAt, mailbox }: HealthFacts, now: Date): Health {
  if (pausedAt) return { state: 'paused', trouble: null };
  if (!mailbox) return { state: 'working', trouble: null };
  const { trouble, troubleSince, checkedAt } = mailbox;
  if (trouble && troubleSince) {
    const code = trouble as ChannelTroubleCode;
    return { state: 'trouble', trouble: { code, since: troubleSince } };
  }
  if (!checkedAt) return { state: 'connecting', trouble: null };
  if (between(checkedAt, now) <= forgottenMs) return { state: 'working', trouble: null };
  return {
    state: 'trouble',
    trouble: { code: 'not_read', since: plus(checkedAt, forgottenMs) },
  };
}

import { expect, test } from 'vitest';
import { minuteMs } from '../../../kernel/duration.ts';
import { plus } from '../../../kernel/instant.ts';
import { healthOf } from './channel-health.ts';

const now = new Date('2026-03-04T10:00:00Z');
const fine = { trouble: null, troubleSince: null, checkedAt: plus(now, -minuteMs) };
const refused = { ...fine, trouble: 'refused_password', troubleSince: plus(now, -minuteMs) };

test.each([
  ['mail by SMTP only', { pausedAt: null, mailbox: null }, 'working'],
  ['a mailbox that answers', { pausedAt: null, mailbox: fine }, 'working'],
  [
    'one that never did yet',
    { pausedAt: null, mailbox: { ...fine, checkedAt: null } },
    'connecting',
  ],
  ['one that refuses', { pausedAt: null, mailbox: refused }, 'trouble'],
  ['a pause, whatever else', { pausedAt: now, mailbox: refused }, 'paused'],
  [
    'one that nobody reads',
    { pausedAt: null, mailbox: { ...fine, checkedAt: plus(now, -11 * minuteMs) } },
    'trouble',
  ],
])('the health of a channel: %s', (_what, facts, state) => {
  expect(healthOf(facts, now).state).toBe(state);
});

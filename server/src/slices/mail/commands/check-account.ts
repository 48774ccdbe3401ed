import { baton } from '../../../kernel/actor.ts';
import { dayMs, hourMs } from '../../../kernel/duration.ts';
import { plus } from '../../../kernel/instant.ts';
import type { Ctx, Deps } from '../../../platform/context.ts';
import { runCommand } from '../../../platform/db.ts';
import { companyDefaults } from '../../people/index.ts';
import { lookedBackMs, silentSince } from '../rules/silence.ts';
import {
  daysOff,
  noteToldOff,
  noteToldToday,
  waitingSince,
  writeEndedDays,
} from '../store/mail-days.ts';
import { histories, noteSilence } from '../store/silence.ts';
import { tellAdministrators } from './tell-administrators.ts';

/** What was accepted before midnight is committed by then. */
const settledAfterMs = hourMs;
/** A message waits for its outcome for seconds; what is held waits for a person. */
const patienceMs = { processing: hourMs, held: dayMs };
const mostDays = 100;

/**
 * The daily look at the account: writes down the days that are over, and tells the administrators,
 * once each, of days that do not add up and of channels that have been silent for unusually long;
 * and every day of what still waits.
 */
export async function checkAccount(deps: Deps): Promise<void> {
  await runCommand(deps, baton, async (ctx) => {
    const { zone } = await companyDefaults(ctx.tx);
    await writeEndedDays(ctx.tx, { zone, before: plus(ctx.now, -settledAfterMs) });
    await tellOfDays(ctx);
    await tellOfWaiting(ctx, zone);
    await tellOfSilence(ctx, zone);
  });
}

async function tellOfDays(ctx: Ctx): Promise<void> {
  for (const off of await daysOff(ctx.tx, mostDays)) {
    if (!(await noteToldOff(ctx.tx, off, ctx.now))) continue;
    const { channelId: channel, day, received, there } = off;
    await tellAdministrators(ctx, 'mail_account_off', { channel, day, received, there });
  }
}

async function tellOfWaiting(ctx: Ctx, zone: string): Promise<void> {
  const { processing, held } = await waitingSince(ctx.tx, {
    processing: plus(ctx.now, -patienceMs.processing),
    held: plus(ctx.now, -patienceMs.held),
  });
  const tell = async (
    kind: 'mail_account_off' | 'mail_held_waiting',
    data: Record<string, number>,
  ) => {
    if (await noteToldToday(ctx.tx, kind, { at: ctx.now, zone })) {
      await tellAdministrators(ctx, kind, data);
    }
  };
  if (processing > 0) await tell('mail_account_off', { waiting: processing });
  if (held > 0) await tell('mail_held_waiting', { messages: held });
}

async function tellOfSilence(ctx: Ctx, zone: string): Promise<void> {
  const since = plus(ctx.now, -lookedBackMs);
  for (const history of await histories(ctx.tx, { since, zone })) {
    const silent = silentSince(history, ctx.now);
    const { channelId } = history;
    if (!silent || !(await noteSilence(ctx.tx, { channelId, since: silent, at: ctx.now })))
      continue;
    const data = { channel: channelId, since: silent.toISOString() };
    await tellAdministrators(ctx, 'channel_silent', data);
  }
}

import { dayMs } from '../../kernel/duration.ts';
import { plus } from '../../kernel/instant.ts';
import type { Upkeep } from '../../platform/upkeep.ts';
import { noticeDefaults } from './store/choices.ts';
import { forgetNotices } from './store/ledger.ts';

const batch = 5000;

/** Forgets who was told what after as many days as the company says. */
export const forgetOldNotices: Upkeep = async ({ db }, now, stopping) => {
  const { keepDays } = await noticeDefaults(db);
  const before = plus(now, -keepDays * dayMs);
  while (!stopping.aborted && (await forgetNotices(db, before, batch)) >= batch);
};

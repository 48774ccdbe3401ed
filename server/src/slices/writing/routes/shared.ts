import type { Template } from '@baton/contract';
import { dayMs } from '../../../kernel/duration.ts';
import { plus } from '../../../kernel/instant.ts';
import type { Db, Deps, Tx } from '../../../platform/context.ts';
import { instant } from '../../../platform/db.ts';
import { notFound } from '../../../platform/refusals.ts';
import { presentTemplate } from '../present.ts';
import { allTemplates, templateById } from '../store/templates.ts';

/** What every route of the templates says of itself for the description of the API. */
export const tags = ['Cases'];

/** What was used long ago says little of what is good now, and need not be counted. */
const lookBackMs = 90 * dayMs;

const since = async (db: Db | Tx, deps: Deps) => plus(await instant(db, deps), -lookBackMs);

/** All templates, the most used first. */
export async function shownTemplates(db: Db | Tx, deps: Deps): Promise<Template[]> {
  return (await allTemplates(db, await since(db, deps))).map(presentTemplate);
}

/** @throws Problem not_found */
export async function shownTemplate(db: Db | Tx, deps: Deps, id: string): Promise<Template> {
  const row = await templateById(db, id, await since(db, deps));
  if (!row) throw notFound('template');
  return presentTemplate(row);
}

/** A template as it is written down when somebody changes it: without what changes by itself. */
export async function writtenTemplate(tx: Tx, deps: Deps, id: string) {
  const { used: _used, unchanged: _unchanged, ...said } = await shownTemplate(tx, deps, id);
  return said;
}

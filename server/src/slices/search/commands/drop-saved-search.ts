import type { Ctx } from '../../../platform/context.ts';
import { deleteSavedSearch } from '../store/saved.ts';
import { ownSavedSearch } from './change-saved-search.ts';

/** Keeps a search no longer. @throws Problem not_found, forbidden */
export async function dropSavedSearch(ctx: Ctx, id: string): Promise<void> {
  await ownSavedSearch(ctx, id);
  await deleteSavedSearch(ctx.tx, id);
}

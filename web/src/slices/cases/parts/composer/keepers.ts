import { onKeeping } from '../../../../ui/unsaved/keeping.ts';
import { type DraftKind, placeOf } from './draft.ts';
import type { DraftPlace } from './draft-api.ts';
import { DraftKeeper } from './draft-keeper.ts';

const keepers = new Map<string, DraftKeeper>();

/** The keeper of a draft: one in this page, whoever asks. */
export function keeperOf(place: DraftPlace): DraftKeeper {
  const name = placeOf(place.agent, place.caseId, place.kind);
  const known = keepers.get(name);
  if (known) return known;
  const made = new DraftKeeper(place);
  keepers.set(name, made);
  return made;
}

/** What was taken back is a draft again: the field shows it, where it is open. */
export async function reloadDraft(agent: string, caseId: string, kind: DraftKind): Promise<void> {
  await keepers.get(placeOf(agent, caseId, kind))?.load();
}

onKeeping(async () => {
  await Promise.all([...keepers.values()].map((keeper) => keeper.keep()));
});
addEventListener('pagehide', () => {
  for (const keeper of keepers.values()) keeper.hurry();
});
addEventListener('online', () => {
  for (const keeper of keepers.values()) keeper.retry();
});

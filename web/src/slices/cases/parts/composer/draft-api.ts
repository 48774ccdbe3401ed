import { draft, draftPage } from '@baton/contract';
import { ask, tell } from '../../../../api/client.ts';
import { withQuery } from '../../../../api/pages.ts';
import type { Draft, DraftKind } from './draft.ts';

/** Which draft: of which agent, on which case, of which kind. */
export type DraftPlace = { agent: string; caseId: string; kind: DraftKind };

const pathOf = ({ caseId, kind }: DraftPlace) => `/api/cases/${caseId}/drafts/${kind}`;

/** The draft that the server keeps; null where it keeps none. @throws Refusal */
async function fetchDraft({ caseId, kind }: DraftPlace) {
  const page = await ask(draftPage, withQuery('/api/drafts', { case: caseId, limit: 20 }));
  return page.items.find((one) => one.kind === kind) ?? null;
}

/**
 * Keeps a draft at the server; gives its new version.
 * @param version the one on which it was written, 0 for none
 * @throws Refusal `stale_version` where it was written on elsewhere
 */
export async function putDraft(
  place: DraftPlace,
  { text, html, files, template, key }: Draft,
  version: number,
  lasting: boolean,
): Promise<number> {
  const said = { text, ...(html === null ? {} : { html }), files: files.map((file) => file.id) };
  const body = { ...said, template, mark: key };
  const kept = await ask(draft, pathOf(place), { method: 'PUT', body, version, lasting });
  return kept.version;
}

/** @throws Refusal `stale_version`, `not_found` */
export const removeDraft = (place: DraftPlace, version: number) =>
  tell(pathOf(place), { method: 'DELETE', version });

/** The draft at the server; undefined where that cannot be told now. */
export async function foundDraft(place: DraftPlace) {
  try {
    return await fetchDraft(place);
  } catch {
    return undefined;
  }
}

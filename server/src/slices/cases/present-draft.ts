import type { Draft } from '@baton/contract';
import { presentFile } from './present.ts';
import type { DraftRow } from './store/drafts.ts';

/** A draft as the API shows it to whoever writes it. */
export function presentDraft(row: DraftRow): Draft {
  const stands = (file: { id: string }) => row.html?.includes(`data-file="${file.id}"`) ?? false;
  return {
    id: row.id,
    case: { id: row.case_id, number: row.number },
    kind: row.kind as Draft['kind'],
    text: row.text,
    html: row.html,
    files: row.files.filter((file) => !stands(file)).map(presentFile),
    version: row.version,
    updatedAt: row.updated_at.toISOString(),
  };
}

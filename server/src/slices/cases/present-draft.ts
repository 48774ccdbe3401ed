import type { Draft } from '@baton/contract';
import { presentFile } from './present.ts';
import type { DraftRow } from './store/drafts.ts';

/**
 * A draft as the API shows it to whoever writes it. Of a case that they may no longer see, it shows
 * the number, and what is their own.
 */
export function presentDraft(row: DraftRow): Draft {
  const stands = (file: { id: string }) => row.html?.includes(`data-file="${file.id}"`) ?? false;
  const own = (file: { created_by: string | null }) => row.sees || file.created_by === row.agent_id;
  return {
    id: row.id,
    case: {
      id: row.case_id,
      number: row.number,
      subject: row.sees ? row.subject : null,
      customer: row.sees ? { id: row.customer_id, name: row.customer_name } : null,
    },
    kind: row.kind as Draft['kind'],
    text: row.text,
    html: row.html,
    files: row.files.filter((file) => !stands(file) && own(file)).map(presentFile),
    template: row.template_id,
    mark: row.mark,
    version: row.version,
    updatedAt: row.updated_at.toISOString(),
  };
}

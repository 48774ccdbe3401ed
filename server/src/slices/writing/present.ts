import type { Template } from '@baton/contract';
import type { TemplateRow } from './store/templates.ts';

/** A template as the API shows it. */
export function presentTemplate(row: TemplateRow): Template {
  return {
    id: row.id,
    name: row.name,
    text: row.text,
    language: row.language,
    team: ref(row.teamId, row.teamName),
    topic: ref(row.topicId, row.topicName),
    brand: ref(row.brandId, row.brandName),
    starter: row.starter,
    used: row.used,
    unchanged: row.unchanged,
    changedAt: row.changedAt.toISOString(),
    version: row.version,
  };
}

function ref(id: string | null, name: string | null) {
  return id === null ? null : { id, name: name ?? '' };
}

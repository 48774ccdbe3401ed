import { addedStarters, template, templates, type Language } from '@baton/contract';
import { queryOptions } from '@tanstack/react-query';
import { ask, tell } from '../../api/client.ts';

/** Replies to begin with, the most used first. */
export const templatesQuery = queryOptions({
  queryKey: ['templates'],
  queryFn: async ({ signal }) => (await ask(templates, '/api/templates', { signal })).items,
  staleTime: 60_000,
});

/** A template as the form holds it; what it is for by ids. */
export type TemplateGiven = {
  name: string;
  text: string;
  language: Language;
  team: string | null;
  topic: string | null;
  brand: string | null;
};

export const createTemplate = (body: TemplateGiven) =>
  ask(template, '/api/templates', { method: 'POST', body });
export const changeTemplate = (id: string, version: number, body: TemplateGiven) =>
  ask(template, `/api/templates/${id}`, { method: 'PATCH', body, version });
export const removeTemplate = (id: string) => tell(`/api/templates/${id}`, { method: 'DELETE' });
export const restoreTemplate = (id: string) =>
  ask(template, `/api/templates/${id}/restoration`, { method: 'POST', body: {} });

/** Adds the library in some languages. */
export const addStarters = (languages: Language[]) =>
  ask(addedStarters, '/api/templates/starters', { method: 'POST', body: { languages } });

/** How the signed-in agent signs. */
export const changeSignature = (agentId: string, signature: string) =>
  tell(`/api/agents/${agentId}`, { method: 'PATCH', body: { signature } });

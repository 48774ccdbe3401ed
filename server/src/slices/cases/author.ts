import type { Actor } from '../../kernel/actor.ts';
import { newId } from '../../platform/ids.ts';
import type { NewMessage } from './change.ts';

type Said = Pick<NewMessage, 'direction' | 'kind' | 'text'> & {
  subject?: string | null;
  language?: string | null;
  files?: string[];
};

/**
 * A message by whoever acts: an agent, a key, or Baton itself, with the id of the rule where it was
 * one. Names are looked up when shown.
 */
export function messageBy(actor: Actor, said: Said): NewMessage {
  return {
    id: newId(),
    direction: said.direction,
    kind: said.kind,
    author: { kind: actor.kind, id: authorId(actor), name: null, address: null },
    subject: said.subject ?? null,
    text: said.text,
    quoted: null,
    htmlSha256: null,
    language: said.language ?? null,
    automatic: actor.kind === 'baton',
    inboundId: null,
    files: (said.files ?? []).map((fileId) => ({ fileId, inlineId: null })),
  };
}

function authorId(actor: Actor): string | null {
  return actor.kind === 'baton' ? (actor.rule?.id ?? null) : actor.id;
}

/** Whether a person is acting; only a person's word meets the first-reply date. */
export function isPerson(actor: Actor): boolean {
  return actor.kind === 'agent';
}

import type { Draft as KeptDraft, DraftKind } from '@baton/contract';
import { newKey } from '../../../../api/new-key.ts';

export type { DraftKind } from '@baton/contract';

/** What is being written and was not sent yet. */
export type Draft = {
  text: string;
  /** The same with its formatting; null where it is written without. */
  html: string | null;
  files: { id: string; name: string; size: number }[];
  /** The id of the template with which it began; null where with none. */
  template: string | null;
  /** Known to the server as one sending, and as what this device wrote; another after each change. */
  key: string;
};

/** A draft as this browser keeps it while the server does not have it yet. */
export type LocalDraft = { draft: Draft; version: number };

export const emptyDraft = (): Draft => ({
  ...{ text: '', html: null, files: [], template: null },
  key: newKey(),
});

export function isEmpty(draft: Draft): boolean {
  return draft.text.trim() === '' && draft.files.length === 0;
}

/** Whether two say the same, whatever they are known by. */
export function saysSame(one: Draft, other: Draft): boolean {
  const ids = (draft: Draft) => draft.files.map((file) => file.id).join();
  const same = one.text.trim() === other.text.trim() && ids(one) === ids(other);
  return same && (one.html ?? '') === (other.html ?? '');
}

/**
 * What is left of a draft once it was sent as it was at the press: what was typed after that, and files
 * that came after it. Where the words before were changed meanwhile, all of them stay.
 */
export function sinceSent(now: Draft, sent: Draft): Partial<Draft> {
  const before = new Set(sent.files.map(({ id }) => id));
  const begins = now.text.startsWith(sent.text);
  const text = begins ? now.text.slice(sent.text.length).trimStart() : now.text;
  const files = now.files.filter(({ id }) => !before.has(id));
  return { text, html: begins ? null : now.html, files };
}

/** A draft as the server keeps it. */
export function draftOf({ text, html, files, template }: KeptDraft): Draft {
  const small = files.map(({ id, name, size }) => ({ id, name, size }));
  return { text, html, files: small, template, key: newKey() };
}

/** Where this browser keeps a draft of an agent. */
export const placeOf = (agent: string, caseId: string, kind: DraftKind) =>
  `baton.draft.${agent}.${caseId}.${kind}`;

type Kept = Partial<Draft & LocalDraft>;

/** Reads a draft as this browser kept it; null where there is none, or what is there is damaged. */
export function readDraft(kept: string | null): LocalDraft | null {
  try {
    const found: unknown = JSON.parse(kept ?? 'null');
    if (typeof found !== 'object' || found === null) return null;
    const { text, html = null, files, template = null, key, version = 0 } = found as Kept;
    const isDraft = typeof text === 'string' && typeof key === 'string' && Array.isArray(files);
    if (!isDraft || typeof version !== 'number') return null;
    if (html !== null && typeof html !== 'string') return null;
    const begun = typeof template === 'string' ? template : null;
    return { draft: { text, html, files: files.filter(isFile), template: begun, key }, version };
  } catch {
    return null;
  }
}

function isFile(value: unknown): value is Draft['files'][number] {
  if (typeof value !== 'object' || value === null) return false;
  const { id, name, size } = value as Record<string, unknown>;
  return typeof id === 'string' && typeof name === 'string' && typeof size === 'number';
}

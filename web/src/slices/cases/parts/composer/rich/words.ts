import type { Draft } from '../draft.ts';

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escaped = (text: string) => text.replace(/[&<>]/g, (character) => entities[character]!);

/** Plain text as the editor reads it: empty lines part paragraphs, single ones break lines. */
export function htmlOfText(text: string): string {
  return text
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${escaped(paragraph).replaceAll('\n', '<br>')}</p>`)
    .join('');
}

/** What the editor is to show of a draft. */
export const contentOf = ({ html, text }: Draft): string => html ?? htmlOfText(text);

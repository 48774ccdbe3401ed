import type { Language } from '@baton/contract';
import type { Ctx } from '../../../platform/context.ts';
import { newId } from '../../../platform/ids.ts';
import { addFile, type NewMessage } from '../../cases/index.ts';
import { forwardedFrom } from '../rules/forwarded.ts';
import { notesInWords } from '../texts/notes.ts';
import type { Reading } from '../transport/reading.ts';

/** More files than this are left in the original. */
const mostFiles = 200;

/** Makes of a mail the message that a case keeps; its files become files of the case. */
export async function messageOfLetter(
  ctx: Ctx,
  reading: Reading,
  about: {
    inboundId: string;
    author: NewMessage['author'];
    automatic: boolean;
    language: Language;
  },
): Promise<NewMessage> {
  const { letter } = reading;
  const { fresh, quoted, signature } = reading.parts;
  const notes = notesInWords(reading.notes, about.language);
  const files: NewMessage['files'] = [];
  for (const { sha256, size, name, type, inlineId } of reading.files.slice(0, mostFiles)) {
    files.push({ fileId: await addFile(ctx, { sha256, size, name, type }), inlineId });
  }
  return {
    id: newId(),
    direction: 'in',
    kind: 'mail',
    author: about.author,
    subject: letter.subject || null,
    text: [fresh, ...notes].filter(Boolean).join('\n\n'),
    quoted,
    signature,
    htmlSha256: reading.htmlSha256,
    language: about.language,
    automatic: about.automatic,
    inboundId: about.inboundId,
    forwardedFrom: forwardedFrom(letter.text, letter.subject),
    files,
  };
}

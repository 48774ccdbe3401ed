import { withoutLineMarks } from './marks.ts';
import { splitQuoted } from './quoted.ts';
import { splitSignature } from './signature.ts';
import { isForwarded } from './subject.ts';

/** What a message says, what it repeats, and how its writer signs. Every line is in one of them. */
export type MessageParts = { fresh: string; quoted: string | null; signature: string | null };

/** Takes the text of a message apart; of a forwarded one all is said, also what it quotes. */
export function partsOf(text: string, subject: string): MessageParts {
  const { fresh, quoted } = isForwarded(subject)
    ? { fresh: text.trim(), quoted: null }
    : splitQuoted(text);
  const { said, signature } = splitSignature(fresh);
  return {
    fresh: withoutLineMarks(said).trim(),
    quoted: quoted && withoutLineMarks(quoted),
    signature: signature && withoutLineMarks(signature),
  };
}

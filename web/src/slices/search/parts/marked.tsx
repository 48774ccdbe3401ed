import type { TextPiece } from '@baton/contract';

/** A text with what was looked for marked. */
export function Marked({ pieces }: { pieces: TextPiece[] }) {
  let end = 0;
  // A piece is told from the others by where it ends.
  const placed = pieces.map((piece) => ({ ...piece, end: (end += piece.text.length) }));
  return placed.map(({ text, hit, end: key }) =>
    hit ? <mark key={key}>{text}</mark> : <span key={key}>{text}</span>,
  );
}

/** One thing that is looked for, as it was written. */
export type Term = {
  text: string;
  /** In quotation marks: these words as they stand. */
  exact: boolean;
  /** With a minus before it: what must not be there. */
  without: boolean;
  /** Still being written: what begins so is found as well. */
  open: boolean;
};

/** More are left out: nobody writes them, and each costs a look into the index. */
const mostTerms = 20;
const quotes = /["“”„«»]/u;

/** What somebody looks for, from what they wrote. */
export function termsOf(q: string): Term[] {
  const written = q.toWellFormed().replaceAll('\u0000', ' ');
  const terms: Term[] = [];
  for (const found of written.matchAll(/(-?)["“”„«»]([^"“”„«»]*)(["“”„«»]?)|([^\s"“”„«»]+)/gu)) {
    const [whole, minus, quoted, closing, plain] = found;
    const atEnd = found.index + whole.length === written.length;
    if (quoted !== undefined) {
      terms.push({ text: quoted, exact: true, without: minus === '-', open: atEnd && !closing });
    } else if (plain !== undefined && plain !== '-') {
      // A minus at the very end belongs to what comes next.
      const without = plain.startsWith('-') && isFree(written, found.index);
      terms.push({ text: without ? plain.slice(1) : plain, exact: false, without, open: atEnd });
    }
  }
  return terms.slice(0, mostTerms);
}

/** Whether what begins here stands by itself; in `e-mail` the minus is part of a word. */
function isFree(written: string, at: number): boolean {
  const before = written[at - 1];
  return before === undefined || /\s/u.test(before) || quotes.test(before);
}

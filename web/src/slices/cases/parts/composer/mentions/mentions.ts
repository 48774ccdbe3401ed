type Named = { id: string; name: string };

/** The name that is being written after an @ before the caret; null where none is. */
export function nameBegun(text: string, caret: number): string | null {
  const found = /(?:^|[\s(])@([^\s@][^@\n]{0,39}|)$/u.exec(text.slice(0, caret));
  return found ? found[1]! : null;
}

/** Agents whose name, or a part of it, begins so; the first few. */
export function agentsFor(begun: string, agents: Named[], most = 5): Named[] {
  const wanted = begun.toLocaleLowerCase();
  return agents
    .filter(({ name }) => {
      const whole = name.toLocaleLowerCase();
      return whole.startsWith(wanted) || whole.split(/\s+/).some((part) => part.startsWith(wanted));
    })
    .filter(({ name }) => name.toLocaleLowerCase() !== wanted.trimEnd())
    .slice(0, most);
}

/** The text with a name put in place of what was begun before the caret, and where the caret is then. */
export function withName(
  text: string,
  caret: number,
  name: string,
): { text: string; caret: number } {
  const begun = nameBegun(text, caret) ?? '';
  const before = `${text.slice(0, caret - begun.length)}${name} `;
  return { text: before + text.slice(caret).replace(/^ /, ''), caret: before.length };
}

/** Who is mentioned in a text; of names that begin alike the longest counts. */
export function mentionedIn(text: string, agents: Named[]): string[] {
  return [...new Set(mentionsIn(text, agents).map(({ agent }) => agent.id))];
}

/** A text in pieces, of which those that mention somebody, with their @, stand alone. */
export function withMentions(text: string, agents: Named[]): { text: string; mention: boolean }[] {
  const found = mentionsIn(text, agents).map(({ at, agent }) => [at, at + 1 + agent.name.length]);
  const cuts = [0, ...found.flat(), text.length];
  return cuts
    .slice(1)
    .map((end, place) => ({ text: text.slice(cuts[place], end), mention: place % 2 === 1 }))
    .filter((piece) => piece.text !== '');
}

/** Each mention, with the place of its @. */
function mentionsIn(text: string, agents: Named[]): { at: number; agent: Named }[] {
  const longestFirst = agents.toSorted((a, b) => b.name.length - a.name.length);
  return [...text.matchAll(/@([^@]{1,100})/gu)].flatMap(({ index: at, 1: after = '' }) => {
    const agent = longestFirst.find(
      ({ name }) => after.startsWith(name) && !/^[\p{L}\p{N}]/u.test(after.slice(name.length)),
    );
    return agent ? [{ at, agent }] : [];
  });
}

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
  const longestFirst = agents.toSorted((a, b) => b.name.length - a.name.length);
  const found = new Set<string>();
  for (const [, after] of text.matchAll(/@([^@]{1,100})/gu)) {
    const agent = longestFirst.find(
      ({ name }) => after!.startsWith(name) && !/^[\p{L}\p{N}]/u.test(after!.slice(name.length)),
    );
    if (agent) found.add(agent.id);
  }
  return [...found];
}

/**
 * Every key of the desk by what it does, in the groups in which they are shown. Whoever binds a key
 * of the page does so by its name here (`useKeys`), so that the page of keys tells all of them.
 * `p` is kept for promises.
 */
export const keyGroups = {
  everywhere: {
    search: '/',
    intake: 'i',
    batch: 'b',
    takeBack: 'z',
    keys: '?',
    back: 'Escape',
  },
  list: { next: 'j', previous: 'k', showNews: 'f' },
  case: {
    reply: 'r',
    note: 'n',
    solve: 's',
    passUp: 'u',
    wait: 'w',
    takeUp: 'o',
    ask: 'a',
    across: 'h',
    down: 'd',
    call: 'c',
    correct: 'e',
    customer: 'g',
    people: 'x',
    merge: 'm',
    setAside: 'q',
    thanks: 't',
    follow: 'l',
    more: '.',
  },
  intake: { beginCall: 'c', beginVisit: 'v' },
} as const;

type Groups = typeof keyGroups;
export type KeyGroup = keyof Groups;
export type KeyName = { [Group in KeyGroup]: keyof Groups[Group] }[KeyGroup];

/** The key of each. */
export const keyOfName = Object.assign({}, ...Object.values(keyGroups)) as Record<KeyName, string>;

/** Keys of fields and of the browser's own parts, which those bind by themselves; told beside. */
export const otherKeys = {
  everywhere: { palette: 'Ctrl K · ⌘ K', open: 'Enter' },
  writing: {
    send: 'Ctrl Enter',
    ways: 'Ctrl Shift Enter',
    template: '/',
    mention: '@',
    takeBackToo: 'Ctrl Z',
  },
} as const;

/** Those that mean a step and go on while the key is held; whatever else is done once a press. */
const steps = new Set<KeyName>(['next', 'previous']);

type Pressed = { key: string | null; repeat: boolean };

/**
 * Which of the bound ones a pressed key means. Single characters can be turned off; Escape is none.
 * @param characters whether they act
 */
export function nameOfKey<Name extends KeyName>(
  bound: readonly Name[],
  { key, repeat }: Pressed,
  characters: boolean,
): Name | undefined {
  if (key === null || (key.length === 1 && !characters)) return undefined;
  return bound.find((name) => keyOfName[name] === key && (!repeat || steps.has(name)));
}

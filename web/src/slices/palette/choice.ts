/** Under which heading a choice stands, in this order: what is found, what can be done, places, looks. */
export const groups = [
  'recent',
  'cases',
  'customers',
  'agents',
  'topics',
  'here',
  'go',
  'settings',
  'looks',
] as const;
export type Group = (typeof groups)[number];

/** Something that can be found and done. */
export type Choice = {
  /** Tells it from all others, today and tomorrow. */
  id: string;
  group: Group;
  name: string;
  /** What else is said of it, quietly. */
  note?: string | undefined;
  keys?: string | undefined;
  /** Where it leads; otherwise `run` does it. */
  href?: string | undefined;
  run?: (() => void) | undefined;
};

/** Small letters without accents, by which names are compared, as search does it. */
function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f]+/gu, '')
    .toLowerCase()
    .replaceAll(/[øđłæœß]/gu, (letter) => plain[letter]!);
}

const plain: Record<string, string> = { ø: 'o', đ: 'd', ł: 'l', æ: 'ae', œ: 'oe', ß: 'ss' };

/**
 * The choices that hold every word of a text; those whose name begins with it first within their
 * group. Without a text all.
 */
export function matching(choices: readonly Choice[], text: string): Choice[] {
  const wanted = fold(text.trim());
  const words = wanted.split(/\s+/u);
  if (wanted === '') return [...choices];
  const found = choices.filter(({ name, note }) => {
    const said = fold(`${name} ${note ?? ''}`);
    return words.every((word) => said.includes(word));
  });
  const begins = ({ name }: Choice) => (fold(name).startsWith(wanted) ? 0 : 1);
  return found.toSorted((one, other) => begins(one) - begins(other));
}

/** Before the id of what was chosen lately. */
export const recently = 'recent:';

/** What search finds comes later than the rest, and changes while one types. */
const searched = new Set<Group>(['cases', 'customers']);

/** Whether it was found by search. */
export const isSearched = ({ group, id }: Choice) => searched.has(group) || id === 'search';

/**
 * The choices group by group, as they are shown. What is called as one writes stands above what search
 * finds: it is there first, and stays under the hand that is about to press Enter.
 */
export function inGroups(choices: readonly Choice[], text: string): [Group, Choice[]][] {
  const wanted = fold(text.trim());
  const isCalledSo = ([, [first]]: [Group, Choice[]]) =>
    wanted !== '' && first && !isSearched(first) && fold(first.name).startsWith(wanted) ? 0 : 1;
  // What was chosen lately is found once.
  const recent = new Set(choices.map(({ id }) => id).filter((id) => id.startsWith(recently)));
  const once = choices.filter(({ id }) => wanted === '' || !recent.has(`${recently}${id}`));
  return groups
    .flatMap((group): [Group, Choice[]][] => {
      const own = once.filter((choice) => choice.group === group);
      return own.length === 0 ? [] : [[group, own]];
    })
    .toSorted((one, other) => isCalledSo(one) - isCalledSo(other));
}

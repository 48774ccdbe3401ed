import type { BlankValues, Case, Template, Topic } from '@baton/contract';

/** Whether a name is one by which somebody can be greeted; addresses and numbers are none. */
export function nameToGreet(name: string | null): string | null {
  const trimmed = name?.trim() ?? '';
  return trimmed === '' || trimmed.length > 60 || /[@\d<>_/\\]/.test(trimmed) ? null : trimmed;
}

type About = Pick<Case, 'number' | 'subject' | 'team' | 'brand'> & {
  customer: { name: string; formOfAddress?: string | null };
};

/** What Baton fills in for a case. */
export function valuesOf(item: About, agentName: string): BlankValues {
  return {
    // How they wish to be addressed goes before what they are called.
    'customer.name': nameToGreet(item.customer.formOfAddress ?? item.customer.name),
    'case.number': String(item.number),
    'case.subject': item.subject,
    'agent.name': agentName,
    'team.name': item.team.name,
    'brand.name': item.brand.name,
  };
}

/**
 * The templates that are for a case, those in its language first, then by use as they come.
 * @param language that of the customer, as far as it is known
 */
export function templatesFor(
  item: Pick<Case, 'team' | 'topic' | 'brand'>,
  all: Template[],
  topics: Topic[],
  language: string | null,
): Template[] {
  const above = topicsAbove(item.topic?.id ?? null, topics);
  const fitting = all.filter(
    ({ team, topic, brand }) =>
      (team === null || team.id === item.team.id) &&
      (topic === null || above.has(topic.id)) &&
      (brand === null || brand.id === item.brand.id),
  );
  const spoken = fitting.filter((one) => one.language === language);
  return [...spoken, ...fitting.filter((one) => one.language !== language)];
}

function topicsAbove(id: string | null, topics: Topic[]): Set<string> {
  const found = new Set<string>();
  for (let next = id; next !== null && !found.has(next);) {
    found.add(next);
    next = topics.find((topic) => topic.id === next)?.parent ?? null;
  }
  return found;
}

/** Those in whose name or text each of the words stands; small and capital letters alike. */
export function searched<T extends { name: string; text: string }>(all: T[], query: string): T[] {
  const words = query.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return all.filter(({ name, text }) => {
    const said = `${name} ${text}`.toLocaleLowerCase();
    return words.every((word) => said.includes(word));
  });
}

/**
 * What stays in the letter of a chooser that was left without choosing. What was typed after the `/`
 * that opened it was meant as it is; that sign alone was not.
 */
export function leftBehind(openedBy: 'button' | 'slash' | null, typed: string): string {
  return openedBy === 'slash' && typed.trim() !== '' ? `/${typed}` : '';
}

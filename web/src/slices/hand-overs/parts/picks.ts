import type { CaseItem } from '@baton/contract';
import i18next from 'i18next';

/** What is shown of the cases: all, or those of a topic, of a customer, or of both. */
export type Narrowed = { topic: string; customer: string };

/** Stands for cases that have no topic. */
export const noTopic = 'none';

/** The cases that fit. */
export function narrow(cases: CaseItem[], { topic, customer }: Narrowed): CaseItem[] {
  return cases.filter(
    (item) =>
      (topic === '' || (item.topic?.id ?? noTopic) === topic) &&
      (customer === '' || item.customer.id === customer),
  );
}

/**
 * What stands in the cases, by how often it does; what most have comes first, equals in the order of
 * names in the language that is spoken.
 */
export function countBy<Key extends string>(
  cases: CaseItem[],
  of: (item: CaseItem) => { id: Key; name: string },
): { id: Key; name: string; count: number }[] {
  const found = new Map<Key, { id: Key; name: string; count: number }>();
  for (const item of cases) {
    const { id, name } = of(item);
    const known = found.get(id) ?? { id, name, count: 0 };
    known.count++;
    found.set(id, known);
  }
  const names = new Intl.Collator(i18next.language, { numeric: true });
  return [...found.values()].toSorted((a, b) => b.count - a.count || names.compare(a.name, b.name));
}

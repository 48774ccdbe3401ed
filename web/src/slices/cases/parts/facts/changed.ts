import type { FactValue } from '@baton/contract';

/** What was answered and is not kept yet, by its question. */
export type Changed = Record<string, FactValue | null>;

/** The same with one more answer; one that says again what is kept already is no change. */
export function withAnswer(
  changed: Changed,
  question: string,
  kept: FactValue | null,
  next: FactValue | null,
): Changed {
  const { [question]: _before, ...others } = changed;
  return isSame(kept, next) ? others : { ...others, [question]: next };
}

/** What is left of it when some answers are kept: what was answered otherwise meanwhile stays. */
export function withoutKept(
  changed: Changed,
  kept: { question: string; value: FactValue | null }[],
): Changed {
  const values = new Map(kept.map(({ question, value }) => [question, value]));
  return Object.fromEntries(
    Object.entries(changed).filter(
      ([question, value]) => !values.has(question) || !isSame(values.get(question) ?? null, value),
    ),
  );
}

/** Of several chosen ones the order says nothing. */
function isSame(one: FactValue | null, other: FactValue | null): boolean {
  if (!Array.isArray(one) || !Array.isArray(other)) return one === other;
  return one.length === other.length && one.every((choice) => other.includes(choice));
}

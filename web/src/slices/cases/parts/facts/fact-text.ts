import type { FactValue, Question } from '@baton/contract';
import { labelOf } from '../../../../ui/label-of.ts';

type Words = { language: string; yes: string; no: string };

/** An answer as one reads it: choices by their labels. */
export function factText(
  { choices }: Pick<Question, 'choices'>,
  value: FactValue,
  { language, yes, no }: Words,
): string {
  const nameOf = (id: string) => {
    const choice = choices.find((one) => one.id === id);
    return choice ? labelOf(choice.labels, language) : id;
  };
  if (typeof value === 'boolean') return value ? yes : no;
  if (Array.isArray(value)) return value.map(nameOf).join(', ');
  return nameOf(String(value));
}

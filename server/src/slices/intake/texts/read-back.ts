import type { FactValue, IntakeSaid, Labels, Language, Question } from '@baton/contract';
import { whenInWords } from '../../mail/index.ts';
import { wordsOf } from './index.ts';

type Known = { question: Pick<Question, 'kind' | 'labels' | 'choices'>; value: FactValue };

/** What we understood, as it is read back to the customer: their words, then each answer on a line. */
export function readBackText(
  said: IntakeSaid,
  facts: Known[],
  zone: string,
  language: Language,
): string {
  const words = wordsOf(language);
  const { labelled } = words;
  const tried = said.tried.map((one) => one.trim()).filter(Boolean);
  const effect = [said.effect && words.effects[said.effect], said.effectHow.trim()].filter(Boolean);
  const lines = [
    ...facts.map(({ question, value }) =>
      labelled(labelIn(question.labels, language), valueText(question, value, language)),
    ),
    tried.length > 0 && labelled(words.tried, tried.join('; ')),
    effect.length > 0 && labelled(words.effect, effect.join('; ')),
    said.result.trim() && labelled(words.result, said.result.trim()),
    said.deadline && labelled(words.deadline, whenInWords(new Date(said.deadline), zone, language)),
  ].filter((line) => typeof line === 'string' && line !== '');
  return [said.wish.trim(), lines.join('\n')].filter(Boolean).join('\n\n');
}

function labelIn(labels: Labels, language: Language): string {
  return labels[language] ?? labels.en ?? Object.values(labels)[0] ?? '';
}

function valueText({ choices }: Known['question'], value: FactValue, language: Language): string {
  const { yes, no } = wordsOf(language);
  if (typeof value === 'boolean') return value ? yes : no;
  if (typeof value === 'number') return String(value);
  const named = (id: string) => {
    const choice = choices.find((one) => one.id === id);
    return choice ? labelIn(choice.labels, language) : id;
  };
  return Array.isArray(value) ? value.map(named).join(', ') : named(value);
}

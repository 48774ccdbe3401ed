import type { FactValue, Question } from '@baton/contract';
import { type Decision, refuse } from '../../../kernel/decision.ts';
import type { CaseFact } from '../events.ts';
import type { CaseState } from './state.ts';

/**
 * Facts of a case are taken down or put right: which, not what they are (invariant 8).
 * @param again those of them that were known, and were asked all the same (S3-123)
 */
export function setFacts(
  state: CaseState,
  questions: string[],
  again: string[] = [],
): Decision<CaseFact> {
  if (state.status === 'merged') {
    return refuse('wrong_status', 'The case was merged into another one.');
  }
  if (questions.length === 0) return [];
  return [{ kind: 'facts_set', questions, ...(again.length > 0 ? { again } : {}) }];
}

/**
 * Of new answers, those to questions to which the customer's answer was known from another case:
 * they were asked again where somebody says so, or where the answer is another one.
 */
export function askedAgain(
  answers: { question: string; value: FactValue | null; askedAgain?: boolean }[],
  known: ReadonlyMap<string, FactValue>,
): string[] {
  return answers
    .filter(({ question, value, askedAgain: said }) => {
      const before = known.get(question);
      if (before === undefined || value === null) return false;
      return said === true || JSON.stringify(before) !== JSON.stringify(value);
    })
    .map(({ question }) => question);
}

/** What can be wrong with an answer, by its code. */
type AnswerFault =
  | 'not_text'
  | 'not_a_number'
  | 'not_a_day'
  | 'not_offered'
  | 'not_yes_or_no'
  | 'not_a_file_of_the_case';

/**
 * What is wrong with an answer to a question; null when nothing is.
 * @param files files that messages of the case carry
 */
export function faultOf(
  { kind, choices }: Pick<Question, 'kind' | 'choices'>,
  value: FactValue,
  files: ReadonlySet<string>,
): AnswerFault | null {
  const offered = (id: string) => choices.some((choice) => choice.id === id);
  switch (kind) {
    case 'text':
      return typeof value === 'string' ? null : 'not_text';
    case 'number':
      return typeof value === 'number' ? null : 'not_a_number';
    case 'date':
      return isDate(value) ? null : 'not_a_day';
    case 'choice':
      return typeof value === 'string' && offered(value) ? null : 'not_offered';
    case 'choices':
      return Array.isArray(value) && value.every(offered) ? null : 'not_offered';
    case 'yes_no':
      return typeof value === 'boolean' ? null : 'not_yes_or_no';
    case 'file':
      return typeof value === 'string' && files.has(value) ? null : 'not_a_file_of_the_case';
  }
}

function isDate(value: FactValue): boolean {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}

/** The questions that must be answered and are not, in the order in which they are asked. */
export function missingOf(
  questions: Pick<Question, 'id' | 'required'>[],
  answered: ReadonlySet<string>,
): string[] {
  return questions.filter(({ id, required }) => required && !answered.has(id)).map(({ id }) => id);
}

import type { HandoverDirection } from '@baton/contract';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { labelOf } from '../../../../ui/label-of.ts';
import { handOverReasonsQuery } from '../../queries.ts';
import { reasonWords } from '../conversation/reason-words.ts';

/** A reason in words: one of Baton's by its code, one of the company's own by its id. */
export function useReasonWords(): (code: string) => string {
  const { t, i18n } = useTranslation();
  const { data: reasons = [] } = useQuery(handOverReasonsQuery);
  return (code) => {
    const own = reasons.find((one) => one.id === code)?.labels;
    return own ? labelOf(own, i18n.language) : reasonWords(t, code);
  };
}

/** The reasons that are offered for handing over in a direction, for a choice. */
export function useReasonChoices(direction: HandoverDirection) {
  const { data: reasons = [] } = useQuery(handOverReasonsQuery);
  const words = useReasonWords();
  return reasons
    .filter((one) => one.active && one.directions.includes(direction))
    .map(({ id }) => ({ value: id, label: words(id) }));
}

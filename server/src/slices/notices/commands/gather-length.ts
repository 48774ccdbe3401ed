import { dayMs, minuteMs, parseDuration } from '../../../kernel/duration.ts';
import { invalid } from '../../../platform/refusals.ts';

/**
 * For how long mail is gathered, in milliseconds; the tables check the same.
 * @throws Problem invalid_request when it is shorter than a minute or longer than a day
 */
export function gatherMsOf<Missing extends null | undefined>(
  text: string | Missing,
): number | Missing {
  if (text === null || text === undefined) return text;
  const ms = parseDuration(text);
  if (ms >= minuteMs && ms <= dayMs) return ms;
  throw invalid('gather', 'not_between', { from: 'PT1M', to: 'PT24H' });
}

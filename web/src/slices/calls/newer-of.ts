import type { Call } from '@baton/contract';

/**
 * What is shown of the call that one is on when an answer about it arrives: a call that was put
 * away meanwhile does not come back by an answer that was still under way, and neither does one of
 * its presses go.
 * @param shown what stands on the screen; null: no call
 */
export function newerOf(shown: Call | null | undefined, answer: Call): Call | null {
  if (!shown || shown.id !== answer.id) return shown ?? null;
  if (answer.done) return null;
  return answer.marks.length < shown.marks.length
    ? { ...shown, people: answer.people, agreed: answer.agreed, note: answer.note }
    : answer;
}

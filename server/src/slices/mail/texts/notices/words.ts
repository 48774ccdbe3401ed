import type { NoticeKind } from '@baton/contract';

type Told = Exclude<NoticeKind, 'case_came' | 'case_warned'>;

/** What Baton says to agents by mail, in one language. A missing text does not compile. */
export type NoticeWords = {
  /** How the case came: opened, passed up, handed across, handed down. */
  came: { opened: string; up: string; across: string; down: string };
  /** How much of the time has passed: half, three quarters, nine tenths. */
  warned: { half: string; most: string; nearly: string };
  kind: Record<Told, string>;
  /** A device of which nothing is known. */
  unknownDevice: string;
  /** What to do about one's sign-in. */
  advice: Record<'new_device' | 'sign_in_failures', string>;
  /** The subject of a mail about several cases. */
  several: string;
  /** The label before the name of the customer. */
  customer: string;
  /** That an answer becomes an internal note. */
  answer: string;
  /** That an answer to a mail about several cases reaches none of them. */
  answerNone: string;
  /** That an answer to a mail about no case reaches nobody. */
  answerNobody: string;
  /** Where one chooses what comes by mail; the address follows. */
  choose: string;
};

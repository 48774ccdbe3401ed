type Starter = { name: string; text: string };

/**
 * The library in one language (requirements S3-185, S3-306, S3-338): each reply says first what was
 * understood, then the one thing that is recommended or done, how, and why; by when, where something
 * is still to come. Who writes and for whom stands below by itself. A missing one does not compile.
 */
export type Starters = Record<
  | 'taken_on'
  | 'one_question'
  | 'solved'
  | 'steps'
  | 'refund'
  | 'replacement'
  | 'late'
  | 'bill'
  | 'our_mistake'
  | 'instead'
  | 'progress'
  | 'suggestion',
  Starter
>;

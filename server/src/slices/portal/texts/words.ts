/** What the pages for customers say, in one language. A missing text does not compile. */
export type Words = {
  /** "Case 1001", as it stands above the subject. */
  number: (number: number) => string;
  ask: {
    title: string;
    /** Above the solution: who wrote it. */
    wrote: (who: string) => string;
    yes: string;
    no: string;
    /** Label of the field in which one may say what is still wrong. */
    what: string;
  };
  confirmed: { title: string; text: string };
  closed: { title: string; text: string };
  working: {
    title: string;
    text: (owner: string) => string;
    /** By when something happens. */
    by: (when: string) => string;
  };
  /** How to say more. */
  reply: string;
  /** Above the calls that we had: when, with whom, what was agreed. */
  calls: string;
  over: { title: string; text: string };
  missing: { title: string; text: string };
};

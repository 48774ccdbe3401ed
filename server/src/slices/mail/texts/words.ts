/** What Baton itself says to customers by mail, in one language. A missing text does not compile. */
export type Words = {
  /** The first line; without a name where we know none. */
  greeting: (name: string | null) => string;
  /** A person, and the team in brackets. */
  ofTeam: (holder: string, team: string) => string;
  /** "label: value", with the colon that the language uses. */
  labelled: (label: string, value: string) => string;
  /** An instant in words: date, time and the name of the zone. */
  when: (date: string, time: string, zone: string) => string;
  labels: { number: string; holder: string; due: string };
  receipt: {
    /** That the message arrived, and the assurance that the problem is accepted. */
    accepted: string;
    /** The same for whoever called or came in. */
    spoken: string;
    /** Above what was read back to them. */
    understood: string;
    /** On paper, above the address of their page. */
    page: string;
    /** What happens by the time named. */
    next: string;
    /** That one can simply reply. */
    reply: string;
  };
  moved: {
    /** That the case is with somebody who can decide more, and that nothing was lost. */
    higher: string;
    next: string;
    reply: string;
  };
  /** That the case is worked on together with another one about the same. */
  merged: string;
  /** Below a solution: what to do when it holds, and when it does not. */
  solved: string;
  /** Above the address of the page on which one says whether it is solved. */
  sayHere: string;
  /** Above the addresses of files that did not go along, which lead to them until then. */
  tooLarge: (until: string) => string;
  reminder: {
    /** That we wrote a solution, and ask whether it holds. */
    ask: string;
    /** What happens if nothing is heard until an instant in words. */
    silence: (when: string) => string;
    /** What to do if it is not solved. */
    reply: string;
  };
  /** What is told of a message beside its text. */
  notes: {
    encrypted: string;
    invitation: string;
    cancelled: string;
    answer: string;
    what: string;
    date: string;
    where: string;
    organiser: string;
    invited: string;
    wholeDay: string;
  };
  /** The subject of a case whose message had none. */
  noSubject: string;
};

/** What the customers of the demo write about. */
export const subjectsOfTalk = [
  'washer',
  'coffee',
  'heating',
  'late',
  'damaged',
  'returns',
  'invoice',
  'refund',
  'app',
  'warranty',
] as const;
export type Talk = (typeof subjectsOfTalk)[number];

/** One kind of problem in one language; `{order}` is the number of an order. */
type Told = {
  subjects: string[];
  problems: string[];
  /** What the agent asks back. */
  ask: string;
  solutions: string[];
  /** Words by which a rule knows the topic. */
  words: string[];
};

/** Everything that is said in one language. */
export type Words = {
  hello: string[];
  wishes: string[];
  /** What the customer answers to a question; what follows is theirs to fill. */
  answers: string[];
  urges: string[];
  thanks: string[];
  denials: string[];
  /** How an agent begins and ends. */
  dear: string;
  regards: string;
  talk: Record<Talk, Told>;
};

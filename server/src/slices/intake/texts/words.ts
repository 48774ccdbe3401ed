/** What is read back to a customer, and sent to them of a call, in one language. */
export type Words = {
  /** "label: value", with the colon that the language uses. */
  labelled: (label: string, value: string) => string;
  result: string;
  tried: string;
  effect: string;
  effects: { none: string; slowed: string; stopped: string };
  deadline: string;
  yes: string;
  no: string;
  call: {
    title: string;
    /** Who called: we, or the customer. */
    out: string;
    in: string;
    ours: string;
    people: string;
    agreed: string;
  };
};

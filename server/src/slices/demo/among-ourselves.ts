/** What the agents of the demo say among themselves, in the language of the house. */

export const reasonsUp = [
  'beyond_my_authority',
  'beyond_my_knowledge',
  'needs_other_access',
  'customer_asks_for_it',
] as const;
export const reasonsDown = ['decided_above', 'can_be_solved_below', 'knows_the_case'] as const;

export const summaries = [
  'The customer has sent everything that we asked for. What is missing is somebody who may decide on the cost.',
  'Tried the usual steps with the customer on the telephone, without success. Please look at the log and the picture.',
  'Second time within a month. The customer is friendly, but will not wait for long.',
  'The carrier and the warehouse say different things. The first message has the number of the order.',
  'All facts are gathered. It only needs a visit, which I cannot book from here.',
];

export const notes = [
  'Called, nobody answered. Trying again after lunch.',
  'The warehouse confirms that the part is there.',
  'Customer prefers to be called after four.',
  'Looked it up: the device is still within its three years.',
  'Same symptom as in two other cases of this week.',
];

export const asked = [
  'Could you check with the warehouse whether the spare part is in stock?',
  'Please look at the payment: was it really taken twice?',
  'Can a technician be in that area this week?',
  'Does this warning mean anything after the last update?',
  'Please call the carrier and ask where the parcel was scanned last.',
];

export const answered = {
  done: [
    'Done: it is in stock, two pieces.',
    'Checked. There was one payment; the other is only reserved.',
    'Yes, Thursday between ten and noon.',
    'Harmless; it goes away after a restart.',
  ],
  refused: ['I have no access to that system, sorry.', 'I am in training until tomorrow evening.'],
};

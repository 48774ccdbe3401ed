/** The areas of words in which the conversation says what happened: whoever does so opens them. */
export const eventAreas = [
  'calls',
  'case-people',
  'composer',
  'customers',
  'ending',
  'handover',
  'pressing',
  'rule-acts',
  'tasks',
];

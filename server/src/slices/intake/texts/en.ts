import type { Words } from './words.ts';

export const en: Words = {
  labelled: (label, value) => `${label}: ${value}`,
  result: 'Result wanted',
  tried: 'Already tried',
  effect: 'Effect on the business',
  effects: { none: 'none', slowed: 'work is slowed down', stopped: 'work stands still' },
  deadline: 'Needed by',
  yes: 'yes',
  no: 'no',
  call: {
    title: 'Record of our call',
    out: 'We called',
    in: 'You called',
    ours: 'From us',
    people: 'Spoken with',
    agreed: 'Agreed',
  },
};

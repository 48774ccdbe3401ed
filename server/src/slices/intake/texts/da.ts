import type { Words } from './words.ts';

export const da: Words = {
  labelled: (label, value) => `${label}: ${value}`,
  result: 'Ønsket resultat',
  tried: 'Allerede prøvet',
  effect: 'Virkning på forretningen',
  effects: { none: 'ingen', slowed: 'arbejdet går langsommere', stopped: 'arbejdet ligger stille' },
  deadline: 'Skal bruges senest',
  yes: 'ja',
  no: 'nej',
  call: {
    title: 'Notat om vores samtale',
    out: 'Vi ringede',
    in: 'Du ringede',
    ours: 'Fra os',
    people: 'Talt med',
    agreed: 'Aftalt',
  },
};

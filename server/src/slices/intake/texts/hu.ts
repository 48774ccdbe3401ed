import type { Words } from './words.ts';

export const hu: Words = {
  labelled: (label, value) => `${label}: ${value}`,
  result: 'Kívánt eredmény',
  tried: 'Eddig kipróbálva',
  effect: 'Hatása az üzletre',
  effects: { none: 'nincs', slowed: 'a munka lelassult', stopped: 'a munka áll' },
  deadline: 'Eddig kell',
  yes: 'igen',
  no: 'nem',
  call: {
    title: 'Feljegyzés a telefonbeszélgetésünkről',
    out: 'Mi hívtuk Önt',
    in: 'Ön hívott minket',
    ours: 'Részünkről',
    people: 'Résztvevők',
    agreed: 'Megállapodás',
  },
};

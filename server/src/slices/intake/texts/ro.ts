import type { Words } from './words.ts';

export const ro: Words = {
  labelled: (label, value) => `${label}: ${value}`,
  result: 'Rezultatul dorit',
  tried: 'Încercat deja',
  effect: 'Efectul asupra activității',
  effects: {
    none: 'niciunul',
    slowed: 'activitatea este încetinită',
    stopped: 'activitatea stă pe loc',
  },
  deadline: 'Necesar până la',
  yes: 'da',
  no: 'nu',
  call: {
    title: 'Ce am vorbit la telefon',
    out: 'V-am sunat',
    in: 'Ne-ați sunat',
    ours: 'Din partea noastră',
    people: 'S-a vorbit cu',
    agreed: 'S-a convenit',
  },
};

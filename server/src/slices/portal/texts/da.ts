import type { Words } from './words.ts';

export const da: Words = {
  number: (number) => `Sag ${number}`,
  ask: {
    title: 'Er dit problem løst?',
    wrote: (who) => `${who} skrev:`,
    yes: 'Ja, det er løst',
    no: 'Nej, det er ikke løst',
    what: 'Hvad er stadig galt? Du må gerne lade feltet stå tomt.',
  },
  confirmed: { title: 'Tak', text: 'Vi er glade for, at dit problem er løst. Sagen er lukket.' },
  closed: {
    title: 'Denne sag er lukket',
    text: 'Vi hørte ikke mere og gik ud fra, at alt er i orden. Er det alligevel ikke løst? Så sig til, og vi tager det op igen med det samme.',
  },
  working: {
    title: 'Vi arbejder på det',
    text: (owner) => `Din sag ligger hos ${owner}. Du behøver ikke at rykke os.`,
    by: (when) =>
      `Senest ${when} er problemet løst, eller også fortæller vi dig, hvem der tager det videre.`,
  },
  reply: 'Vil du tilføje noget? Så svar blot på vores mail.',
  calls: 'Vores samtaler',
  over: {
    title: 'Denne sag har været lukket længe',
    text: 'Er der sket noget siden, så skriv til os igen: det får sin egen sag.',
  },
  missing: {
    title: 'Her er ikke noget',
    text: 'Adressen er måske blevet skåret over undervejs. Svar i stedet blot på vores mail.',
  },
};

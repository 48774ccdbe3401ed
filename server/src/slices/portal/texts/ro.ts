import type { Words } from './words.ts';

export const ro: Words = {
  number: (number) => `Cazul ${number}`,
  ask: {
    title: 'Este rezolvată problema dumneavoastră?',
    wrote: (who) => `${who} a scris:`,
    yes: 'Da, este rezolvată',
    no: 'Nu, nu este rezolvată',
    what: 'Ce nu este încă în regulă? Puteți lăsa gol.',
  },
  confirmed: {
    title: 'Vă mulțumim',
    text: 'Ne bucurăm că problema dumneavoastră este rezolvată. Cazul este închis.',
  },
  closed: {
    title: 'Acest caz este închis',
    text: 'Nu am mai primit niciun semn și am înțeles că totul este în ordine. Totuși nu este rezolvată? Spuneți-ne și o reluăm imediat.',
  },
  working: {
    title: 'Lucrăm la problema dumneavoastră',
    text: (owner) => `De cazul dumneavoastră se ocupă ${owner}. Nu este nevoie să ne reamintiți.`,
    by: (when) =>
      `Cel târziu: ${when}. Până atunci problema va fi rezolvată sau vă vom spune cine o duce mai departe.`,
  },
  reply: 'Doriți să adăugați ceva? Răspundeți pur și simplu la mesajul nostru.',
  calls: 'Convorbirile noastre',
  over: {
    title: 'Acest caz este închis de mult timp',
    text: 'Dacă între timp a apărut altceva, scrieți-ne din nou: va primi un caz propriu.',
  },
  missing: {
    title: 'Aici nu este nimic',
    text: 'Poate că adresa s-a trunchiat pe drum. Răspundeți pur și simplu la mesajul nostru.',
  },
};

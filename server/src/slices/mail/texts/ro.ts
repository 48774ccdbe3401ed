import type { Words } from './words.ts';

export const ro: Words = {
  greeting: (name) => (name ? `Bună ziua, ${name},` : 'Bună ziua,'),
  ofTeam: (holder, team) => `${holder} (${team})`,
  labelled: (label, value) => `${label}: ${value}`,
  when: (date, time, zone) => `${date}, ora ${time} (${zone})`,
  labels: { number: 'Numărul cazului', holder: 'Se ocupă', due: 'Cel târziu' },
  receipt: {
    accepted:
      'Vă mulțumim că ne-ați scris. Mesajul dumneavoastră a ajuns cu bine la noi și am preluat problema. De acum înainte este datoria noastră să o rezolvăm și se află mereu în grija unei singure persoane, pe care o știți pe nume.',
    spoken:
      'Vă mulțumim că ați vorbit cu noi. Am notat problema dumneavoastră și am preluat-o. De acum înainte este datoria noastră să o rezolvăm și se află mereu în grija unei singure persoane, pe care o știți pe nume.',
    understood: 'Iată ce am înțeles:',
    page: 'Pe această pagină vedeți cine se ocupă și ne puteți spune mai multe:',
    next: 'Până atunci problema va fi rezolvată sau vă vom spune cine o duce mai departe. Nu este nevoie să ne reamintiți.',
    reply: 'Doriți să adăugați ceva? Răspundeți pur și simplu la acest mesaj.',
  },
  moved: {
    higher:
      'Cazul dumneavoastră se află acum la un coleg care poate decide mai mult. Tot ce ne-ați spus a ajuns odată cu el, așa că nu trebuie să explicați încă o dată.',
    next: 'Până atunci problema va fi rezolvată sau vă vom spune cum continuăm.',
    reply: 'Doriți să adăugați ceva? Răspundeți pur și simplu la acest mesaj.',
  },
  merged:
    'Lucrăm la aceasta împreună cu un alt caz despre aceeași problemă. Nimic din ce ne-ați spus nu s-a pierdut și nu trebuie să explicați din nou.',
  solved:
    'Problema este rezolvată? Atunci nu mai aveți nimic de făcut. Dacă nu, răspundeți pur și simplu la acest mesaj și o reluăm imediat.',
  sayHere: 'Sau spuneți-ne cu o singură apăsare dacă este rezolvată:',
  tooLarge: (until) =>
    `Următoarele erau prea mari pentru un e-mail. Până la ${until} le puteți descărca de aici:`,
  reminder: {
    ask: 'Acum câteva zile v-am trimis o soluție. Este rezolvată problema dumneavoastră?',
    silence: (when) =>
      `Dacă nu primim niciun semn, înțelegem că totul este în ordine și închidem cazul ${when}.`,
    reply: 'Dacă nu este rezolvată, răspundeți pur și simplu la acest mesaj și o reluăm imediat.',
  },
  notes: {
    encrypted:
      'Acest mesaj este criptat. Nu poate fi citit aici; originalul se află printre fișiere.',
    invitation: 'Invitație',
    cancelled: 'Întâlnire anulată',
    answer: 'Răspuns la o invitație',
    what: 'Ce',
    date: 'Când',
    where: 'Unde',
    organiser: 'De la',
    invited: 'Invitați',
    wholeDay: 'toată ziua',
  },
  noSubject: '(fără subiect)',
};

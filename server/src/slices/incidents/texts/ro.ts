import type { NoticeWords } from './words.ts';

export const ro: NoticeWords = {
  kinds: {
    contact: 'numele și datele dumneavoastră de contact',
    conversation: 'ce ne-ați scris dumneavoastră și ce v-am scris noi',
    files: 'fișiere pe care ni le-ați trimis sau vi le-am trimis',
    overview: 'numele dumneavoastră și subiectul cererii, într-o listă',
    masked: 'numere de client, de cont sau fiscale pe care le păstrăm mascate',
  },
  subject: (company) => `Datele dumneavoastră la ${company}: un incident`,
  text: ({ name, company, from, to, kinds }) => `Bună ziua, ${name},

între ${from} și ${to} este posibil ca o persoană neautorizată să fi folosit contul unuia dintre colegii noștri. În acest interval au fost deschise cu el următoarele date ale dumneavoastră: ${kinds}.

Am închis contul imediat ce am aflat și cercetăm ce s-a întâmplat. Vă rugăm să priviți cu prudență mesajele care pomenesc cererea dumneavoastră: nu cerem niciodată prin e-mail o parolă sau o plată. Dacă aveți îndoieli, răspundeți la acest mesaj; ajunge la noi sub numărul dumneavoastră.

Ne pare rău. Dacă aveți întrebări, răspundeți pur și simplu.

${company}`,
};

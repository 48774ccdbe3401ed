import type { NoticeWords } from './words.ts';

export const hu: NoticeWords = {
  kinds: {
    contact: 'az Ön neve és elérhetőségei',
    conversation: 'amit Ön írt nekünk, és amit mi Önnek',
    files: 'fájlok, amelyeket Ön küldött nekünk, vagy mi Önnek',
    overview: 'az Ön neve és megkeresésének tárgya egy listában',
    masked: 'ügyfél-, számla- vagy adószámok, amelyeket rejtve tartunk',
  },
  subject: (company) => `Az Ön adatai a következőnél: ${company} – biztonsági esemény`,
  text: ({ name, company, from, to, kinds }) => `Tisztelt ${name}!

${from} és ${to} között illetéktelen személy használhatta egyik munkatársunk fiókját. Ez idő alatt a következő adatait nyitották meg vele: ${kinds}.

A fiókot azonnal lezártuk, amint tudomást szereztünk erről, és vizsgáljuk, mi történt. Kérjük, legyen óvatos az olyan üzenetekkel, amelyek a megkeresésére hivatkoznak: e-mailben soha nem kérünk jelszót vagy fizetést. Ha kétsége van, válaszoljon erre az üzenetre; az Ön száma alatt érkezik meg hozzánk.

Elnézését kérjük. Ha kérdése van, egyszerűen válaszoljon.

${company}`,
};

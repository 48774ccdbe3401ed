import type { Words } from './words.ts';

export const hu: Words = {
  greeting: (name) => (name ? `Tisztelt ${name}!` : 'Jó napot kívánunk!'),
  ofTeam: (holder, team) => `${holder} (${team})`,
  labelled: (label, value) => `${label}: ${value}`,
  when: (date, time, zone) => `${date}, ${time} (${zone})`,
  labels: { number: 'Az ügy száma', holder: 'Az ügy felelőse', due: 'Legkésőbb' },
  receipt: {
    accepted:
      'Köszönjük, hogy írt nekünk. Üzenete rendben megérkezett, a problémáját átvettük: mostantól a mi dolgunk megoldani, és mindig egyetlen, név szerint ismert munkatársunk kezében van.',
    spoken:
      'Köszönjük a beszélgetést. Problémáját leírtuk és átvettük: mostantól a mi dolgunk megoldani, és mindig egyetlen, név szerint ismert munkatársunk kezében van.',
    understood: 'Így értettük:',
    page: 'Ezen az oldalon láthatja, ki dolgozik rajta, és írhat nekünk:',
    next: 'Addig vagy megoldjuk a problémát, vagy megírjuk Önnek, ki viszi tovább. Nem kell emlékeztetnie bennünket.',
    reply: 'Szeretne hozzátenni valamit? Egyszerűen válaszoljon erre a levélre.',
  },
  moved: {
    higher:
      'Ügye most olyan munkatársunknál van, aki többről dönthet. Mindaz, amit elmondott nekünk, vele együtt ment, így nem kell újra elmagyaráznia.',
    next: 'Addig vagy megoldjuk a problémát, vagy megírjuk Önnek, hogyan folytatódik.',
    reply: 'Szeretne hozzátenni valamit? Egyszerűen válaszoljon erre a levélre.',
  },
  merged:
    'Ezen egy ugyanerről a problémáról szóló másik üggyel együtt dolgozunk. Semmi sem veszett el abból, amit megírt, és nem kell újra elmagyaráznia.',
  solved:
    'Megoldódott a problémája? Akkor nincs több teendője. Ha mégsem, egyszerűen válaszoljon erre a levélre, és azonnal újra elővesszük.',
  sayHere: 'Vagy jelezze egyetlen gombnyomással, hogy megoldódott-e:',
  tooLarge: (until) =>
    `Az alábbi túl nagy volt egy levélhez. ${until} időpontig innen töltheti le:`,
  reminder: {
    ask: 'Néhány napja megoldást küldtünk Önnek. Megoldódott a problémája?',
    silence: (when) =>
      `Ha nem kapunk választ, úgy vesszük, hogy minden rendben van, és az ügyet lezárjuk: ${when}.`,
    reply:
      'Ha nem oldódott meg, egyszerűen válaszoljon erre a levélre, és azonnal újra elővesszük.',
  },
  notes: {
    encrypted: 'Ez az üzenet titkosított. Itt nem olvasható; az eredeti a fájlok között van.',
    invitation: 'Meghívó',
    cancelled: 'Lemondott találkozó',
    answer: 'Válasz egy meghívóra',
    what: 'Mi',
    date: 'Mikor',
    where: 'Hol',
    organiser: 'Kitől',
    invited: 'Meghívottak',
    wholeDay: 'egész nap',
  },
  noSubject: '(nincs tárgy)',
};

import type { Words } from './words.ts';

export const hu: Words = {
  number: (number) => `${number}. számú ügy`,
  ask: {
    title: 'Megoldódott a problémája?',
    wrote: (who) => `${who} ezt írta:`,
    yes: 'Igen, megoldódott',
    no: 'Nem, nem oldódott meg',
    what: 'Mi nincs még rendben? Üresen is hagyhatja.',
  },
  confirmed: {
    title: 'Köszönjük',
    text: 'Örülünk, hogy problémája megoldódott. Az ügyet lezártuk.',
  },
  closed: {
    title: 'Ez az ügy lezárult',
    text: 'Nem kaptunk több hírt, ezért úgy vettük, hogy minden rendben van. Mégsem oldódott meg? Jelezze, és azonnal újra elővesszük.',
  },
  working: {
    title: 'Dolgozunk rajta',
    text: (owner) => `Az ügy felelőse: ${owner}. Nem kell emlékeztetnie bennünket.`,
    by: (when) =>
      `Legkésőbb: ${when}. Addig vagy megoldjuk a problémát, vagy megírjuk Önnek, ki viszi tovább.`,
  },
  reply: 'Szeretne hozzátenni valamit? Egyszerűen válaszoljon a levelünkre.',
  calls: 'Telefonbeszélgetéseink',
  over: {
    title: 'Ez az ügy régen lezárult',
    text: 'Ha azóta történt valami, írjon nekünk újra: külön ügyet nyitunk belőle.',
  },
  missing: {
    title: 'Itt nincs semmi',
    text: 'Lehet, hogy a cím útközben megcsonkult. Egyszerűen válaszoljon inkább a levelünkre.',
  },
};

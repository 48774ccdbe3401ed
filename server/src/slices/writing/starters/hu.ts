import type { Starters } from './starters.ts';

export const hu: Starters = {
  taken_on: {
    name: 'Mostantól én intézem',
    text: `Kedves {{customer.name}}!

Köszönöm, hogy írt nekünk. Úgy értem, hogy [[a gond az ügyfél szavaival]], és azt szeretné, hogy [[a kívánt eredmény]].

{{agent.name}} vagyok, mostantól én intézem az ügyét. Első lépésként [[amit elsőként tesz]], mert [[miért ezt]]. Legkésőbb [[nap és óra]] jelentkezem, akkor is, ha addig nem végzek.`,
  },
  one_question: {
    name: 'Egyetlen kérdés',
    text: `Kedves {{customer.name}}!

Értem, hogy [[a gond az ügyfél szavaival]].

A megoldáshoz egyetlen dologra van szükségem Öntől: [[a kérdés]]. Ezt [[hol vagy hogyan]] találja. Azért kérem, mert [[miért kell]].

Amint megkapom a válaszát, [[amit akkor tesz]], és legkésőbb [[nap és óra]] meglesz az eredmény.`,
  },
  solved: {
    name: 'Megoldva, és ez volt az oka',
    text: `Kedves {{customer.name}}!

Azt írta, hogy [[a gond az ügyfél szavaival]]. Ez mostanra megoldódott.

Az oka az volt, hogy [[az ok]]. A következőt tettem: [[amit tett]], és így ellenőriztem: [[hogyan]]. Önnek nincs több teendője.

Ha mégis észrevenne valamit, válaszoljon erre a levélre: egyenesen hozzám érkezik.`,
  },
  steps: {
    name: 'Teendők lépésről lépésre',
    text: `Kedves {{customer.name}}!

Értem, hogy [[a gond az ügyfél szavaival]]. A következőt javaslom, körülbelül [[mennyi idő]] alatt elvégezhető.

1. [[első lépés]]
2. [[második lépés]]
3. [[harmadik lépés]]

Onnan tudja, hogy sikerült, hogy [[mit lát ekkor]]. Azért segít, mert [[miért]]. Ha valamelyik lépés Önnél másként néz ki, írja meg, melyik, és együtt végigcsináljuk.`,
  },
  refund: {
    name: 'Úton van vissza a pénze',
    text: `Kedves {{customer.name}}!

Azt kérte, hogy fizessük vissza az árát ennek: [[miről van szó]], mert [[az ok az ügyfél szavaival]]. Igaza van, elintéztem.

[[Az összeg]] visszakerül ide: [[a számla vagy kártya, amellyel fizetett]]. Legkésőbb [[nap]] megérkezik, a bankoknak ennyi idő kell a könyveléshez. Önnek nincs több teendője.`,
  },
  replacement: {
    name: 'Küldök egy újat',
    text: `Kedves {{customer.name}}!

Értem, hogy [[mi romlott el vagy nem jó]].

Ma küldök Önnek egy újat: [[a termék]], legkésőbb [[nap]] megkapja. Ez gyorsabb a javításnál, és közben sem marad nélküle. A régivel [[mi a teendő, költség nélkül]].`,
  },
  late: {
    name: 'Később érkezik: az új nap',
    text: `Kedves {{customer.name}}!

Ön erre vár: [[amire az ügyfél vár]], és ezt [[az ígért nap]] napjára ígértük. Sajnálom, hogy nem tartottuk be.

Az oka [[az ok]]. Az új nap: [[az új nap]]. Hogy ez biztosan így legyen, [[amit tett érte]]. [[Nap]] ellenőrzöm, hogy úton van-e, és újra írok Önnek.`,
  },
  bill: {
    name: 'A számla magyarázata',
    text: `Kedves {{customer.name}}!

Azt kérdezte, miért szerepel a [[a számla kelte]] keltű számláján [[az összeg]].

Így áll össze: [[a tételek, soronként egy]]. Az eltérés oka [[az ok]]. Azt javaslom, hogy [[az egy javaslat]], mert [[miért]]. Amint „igen”-nel válaszol, beállítom.`,
  },
  our_mistake: {
    name: 'A mi hibánk, helyrehozva',
    text: `Kedves {{customer.name}}!

Azt írta, hogy [[a gond az ügyfél szavaival]]. Igaza van: mi hibáztunk, és elnézést kérek a kellemetlenségért.

Ez történt: [[mi romlott el]]. A következőt tettem: [[amit tett]], és legkésőbb [[nap és óra]] [[mi lesz kész addig]]. Hogy ne forduljon elő újra, mostantól [[mi lesz másként]].`,
  },
  instead: {
    name: 'Ezt tehetjük helyette',
    text: `Kedves {{customer.name}}!

Ön azt szeretné, hogy [[amit az ügyfél kért]], mert [[mire van rá szüksége]].

Amit tehetek Önért: [[az egy ajánlat]]. Így [[mit kap meg abból, amire szüksége van]]. [[Nap]] készen lehet. Azért ezt javaslom, mert [[miért]]. Elindíthatom? Egy rövid „igen” elég.`,
  },
  progress: {
    name: 'Itt tartunk',
    text: `Kedves {{customer.name}}!

Megírom, hol tartunk ezzel: [[a gond néhány szóban]].

A legutóbbi levelem óta [[mi történt]]. Ami még hátravan: [[ami nyitott]], ezen [[ki]] dolgozik. Legkésőbb [[nap és óra]] újra írok.`,
  },
  suggestion: {
    name: 'Köszönjük az ötletet',
    text: `Kedves {{customer.name}}!

Köszönöm, hogy írt nekünk. Azt javasolja, hogy [[az ötlet az ügyfél szavaival]], mert [[mi zavarja most]].

Továbbadtam annak, aki dönt róla: [[név és beosztás]]. [[Nap]] megkérdezem, mi lett belőle, és megírom Önnek. Addig azt javaslom, hogy [[ami már ma segít]].`,
  },
};

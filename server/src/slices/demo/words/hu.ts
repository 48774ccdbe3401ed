import type { Words } from './words.ts';

export const hu: Words = {
  hello: ['Jó napot!', 'Jó reggelt!', 'Tisztelt Ügyfélszolgálat!', 'Üdvözlöm!'],
  wishes: [
    'Kérem, írják meg, mit tegyek.',
    'Szeretném, ha ez még a héten megoldódna.',
    'Hívjanak nyugodtan, ha valami nem világos.',
    'Köszönöm, hogy utánanéznek.',
  ],
  answers: [
    'Küldöm, amit kértek: a hátlapján az LH-4471 szám áll, márciusban vettem.',
    'Minden alkalommal megtörténik, bármit próbálok. Csatoltam, amit találtam.',
    'Igen, így van. Délután négy után bármikor jó nekem.',
  ],
  urges: [
    'Még nem kaptam választ. Mikor számíthatok rá?',
    'Van valami hír? Nagyon hiányzik itthon.',
  ],
  thanks: ['Köszönöm, ez gyors volt!', 'Tökéletes, nagyon köszönöm a segítséget.'],
  denials: [
    'Sajnos ugyanaz a helyzet. Tegnap este megint előjött.',
    'Nálam ez nem oldotta meg: semmi sem változott.',
  ],
  dear: 'Tisztelt {name}!',
  regards: 'Üdvözlettel',
  talk: {
    washer: {
      subjects: ['A mosógép E18 hibával leáll', 'A mosógép ereszt az ajtónál'],
      problems: [
        'a mosógép a program közepén leáll, és E18 hibát ír ki. A szűrő tiszta.',
        'szombat óta minden mosás után víz áll a padlón, mert ereszt a mosógép.',
        'a mosógép nem centrifugál, a ruha csuromvizes marad.',
      ],
      ask: 'Elküldené az ajtó belső oldalán lévő számot és egy fényképet a kijelzőről?',
      solutions: [
        'A szerelő kicserélte az ürítőszivattyút, és két programot lefuttatott. A gép újra ürít és centrifugál.',
        'Az ajtó tömítése elkopott. Az újat beszereltük, a próbamosás száraz maradt.',
      ],
      words: ['mosógép'],
    },
    coffee: {
      subjects: ['A kávéfőző nem melegít', 'A kávéfőző csöpög'],
      problems: [
        'a tavasszal vett kávéfőző csak langyos kávét készít.',
        'minden reggel kis tócsa van a konyhapulton, mert szivárog a kávéfőző.',
        'a kávéfőző vízkőtelenítést kér, pedig a héten kétszer is elvégeztem.',
      ],
      ask: 'Melyik típusról van szó, és mikor vízkőtelenítették utoljára?',
      solutions: [
        'A termosztát hibás volt. Új gépet küldtünk; a régit kérjük a dobozban visszaküldeni.',
        'A telefonon közösen elvégzett visszaállítás óta újra helyesen számol.',
      ],
      words: ['kávéfőző'],
    },
    heating: {
      subjects: ['A hőszivattyú éjjel hangos', 'A hőszivattyú figyelmeztetést mutat'],
      problems: [
        'a hőszivattyú éjszaka tízpercenként indul, és felébreszti a gyerekeket.',
        'a hőszivattyú sárga háromszöget mutat, a házban pedig csak 17 fok van.',
        'az utolsó számla kétszer akkora volt, szerintem a hőszivattyú folyamatosan jár.',
      ],
      ask: 'Hány fok van kint, és milyen figyelmeztetést lát a Szerviz menüben?',
      solutions: [
        'Az éjszakai beállítás hibás volt. Javítottuk a görbét, most ritkábban és csendesebben jár.',
        'A külső érzékelő a napon volt. Áthelyeztük az északi falra, a figyelmeztetés eltűnt.',
      ],
      words: ['hőszivattyú'],
    },
    late: {
      subjects: ['Hol van a rendelés ({order})?', 'Nem jött meg a szállítás: {order}'],
      problems: [
        'a(z) {order} számú rendelés múlt csütörtökre volt ígérve, a követés azóta nem változott.',
        'egész nap otthon voltam, de a szállítás elmaradt ({order}).',
        'az üzlet szerint a(z) {order} rendelés megérkezett, de mi semmit sem kaptunk.',
      ],
      ask: 'Helyes még a megadott cím, és leadhatjuk a csomagot egy szomszédnál?',
      solutions: [
        'A csomag a raktárban rekedt. Ma reggel újra elindult, délben átvették.',
        'Az első csomag elveszett. A másodikat expressz küldtük, és megérkezett.',
      ],
      words: ['rendelés', 'szállítás'],
    },
    damaged: {
      subjects: ['Sérült csomag, {order}', 'Az üveg törött'],
      problems: [
        'sérült csomag érkezett ({order}), az ajtón mély karcolás van.',
        'az üveglap törött, három darabban érkezett. Képeket csatoltam.',
        'az egyik oldala meghajlott, sérült, a fedele nem záródik.',
      ],
      ask: 'Küldene két képet: egyet a sérülésről, egyet a dobozon lévő címkéről?',
      solutions: [
        'Az új ajtó díjmentesen úton van, a régit ugyanakkor elviszik.',
        'Az alkatrészt fakeretben újra elküldtük, és Ön megerősítette, hogy ép.',
      ],
      words: ['sérült', 'törött'],
    },
    returns: {
      subjects: ['Visszaküldés: {order}', 'Visszaküldés, kérem a címet'],
      problems: [
        'visszaküldés lenne ({order}): nem fér be a munkapult alá.',
        'tévedésből kettőt rendeltem. Az egyiknél visszaküldés kellene.',
        'a színe nem olyan, mint a képen. Hogyan működik a visszaküldés?',
      ],
      ask: 'A dobozában van még, és elvitessük, vagy behozza az üzletbe?',
      solutions: [
        'A visszaküldési címke a postafiókjában van, a futár a választott napon érkezik.',
        'Visszakaptuk, és a kívánt színűre cseréltük.',
      ],
      words: ['visszaküldés'],
    },
    invoice: {
      subjects: ['Hibás számla: {order}', 'A számla kétszer lett kifizetve'],
      problems: [
        'a(z) {order} rendeléshez tartozó számla tartalmazza a beszerelést, amit magunk végeztünk.',
        'ugyanaz a számla kétszer lett levonva.',
        'a cégünknek olyan számla kell, amelyen rajta van az adószámunk.',
      ],
      ask: 'Milyen összegre számított, és kinek a nevére szóljon a számla?',
      solutions: [
        'A számlát javítottuk, az új úton van. A különbözet visszakerül a számlájára.',
        'A második fizetést ma visszautaltuk; a banknál három napig is eltarthat.',
      ],
      words: ['számla'],
    },
    refund: {
      subjects: ['Visszatérítés: {order}', 'Még várom a visszatérítés összegét'],
      problems: [
        'három hete küldtem vissza ({order}), de a visszatérítés még nem jött meg.',
        'a visszatérítés kevesebb, mint amennyit fizettem.',
        'a visszatérítés olyan kártyára ment, amelyem már nincs meg.',
      ],
      ask: 'Melyik számlára utaljuk? Az utolsó négy számjegy elég.',
      solutions: [
        'A teljes összeget ma kifizettük, a visszaküldés díjával együtt.',
        'A régi kártyáról visszahívtuk az összeget, és átutaltuk a számlájára.',
      ],
      words: ['visszatérítés'],
    },
    app: {
      subjects: ['Az alkalmazás nem enged be', 'Az alkalmazás nem találja az eszközöket'],
      problems: [
        'a frissítés óta az alkalmazás szerint rossz a jelszavam.',
        'az alkalmazás nem találja a sütőt, pedig egy hálózaton vannak.',
        'nem kapom meg azt a kódot, amelyet az alkalmazás küld.',
      ],
      ask: 'Milyen telefont használ, és melyik verziót mutatja a Névjegy?',
      solutions: [
        'A fiókja öt próbálkozás után zárolva volt. Újra nyitva van, és új jelszót választott.',
        'A router elválasztotta az eszközöket. A közösen talált beállítással mindet látja.',
      ],
      words: ['alkalmazás'],
    },
    warranty: {
      subjects: ['Garancia: {order}', 'Erre jár a garancia?'],
      problems: [
        'a páraelszívó motorja 22 hónap után leállt. Érvényes rá a garancia?',
        'egy üzlet szerint lejárt a garancia, de a blokkon három év áll.',
        'ki javítja, ha van garancia, és kell-e fizetnem a kiszállásért?',
      ],
      ask: 'Küldene egy képet a blokkról és a számot tartalmazó címkéről?',
      solutions: [
        'Jár rá: a motort az otthonában kicserélték, nincs mit fizetnie.',
        'A három évet bevezettük nálunk, a javítás garanciában megtörtént.',
      ],
      words: ['garancia'],
    },
  },
};

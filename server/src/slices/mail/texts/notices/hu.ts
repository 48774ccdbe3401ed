import type { NoticeWords } from './words.ts';

export const hu: NoticeWords = {
  came: {
    opened: 'Új ügy van az Ön kezében.',
    up: 'Egy ügyet feljebb adtak Önnek.',
    across: 'Egy ügyet azonos szinten átadtak Önnek.',
    down: 'Egy ügyet lejjebb adtak Önnek.',
  },
  warned: {
    half: 'Egy ügy idejének fele eltelt.',
    most: 'Egy ügy idejének háromnegyede eltelt.',
    nearly: 'Egy ügy idejének kilenctizede eltelt.',
  },
  kind: {
    case_lapsed: 'Egy ügy ideje lejárt; magától feljebb került.',
    owner_absent: 'Egy ügy távol lévő munkatársnál marad: a csapatból senki más nincs jelen.',
    team_full: 'A csapatában mindenkinek annyi ügye van, amennyit vinni tud.',
    first_reply_missed: 'Az első válasz ideje lejárt.',
    customer_wrote: 'Az ügyfél írt.',
    delivery_failed: 'Egy üzenet nem jutott el az ügyfélhez.',
    accountability: 'Egy ügy ideje a legfelső szinten járt le: Ön dönt a folytatásról.',
    answer_set_aside:
      'Egy ügyről szóló levélre adott választ félretettünk; nem lett belőle jegyzet.',
    deadline_near: 'Közeledik egy ügyfél határideje.',
    deadline_missed: 'Lejárt egy ügyfél határideje.',
    high_stakes: 'A csapat egyik ügyét megjelölték: nagy a tét.',
    postponed: 'Egy ügyet háromszor halasztottak el.',
    untaken: 'Egy ügyet átadtak, de az új felelőse két órája nem nyitotta meg.',
    ping_pong:
      'Egy ügy háromszor cserélt gazdát a szinten belül: úgy tűnik, senkihez sem illik igazán.',
    case_reopened: 'Az ügyfél szerint nem oldódott meg; az ügy újra nyitva van.',
    case_confirmed: 'Az ügyfél megerősítette, hogy megoldódott.',
    task_asked: 'Egy ügyben feladatot kapott.',
    task_done: 'Egy Ön által adott feladat elkészült.',
    task_refused: 'Egy Ön által adott feladatot visszautasítottak.',
    task_withdrawn: 'Egy feladatra, amelyet Öntől kértek, már nincs szükség.',
    task_returned: 'Egy feladat visszakerült: akit megkértek rá, már nem dolgozik itt.',
    task_overdue: 'Egy ügy egyik feladata lejárt.',
    mentioned: 'Megemlítették egy jegyzetben.',
    mail_complained: 'Valaki panaszt tett egy üzenetére. Automatikus levelet többé nem kap.',
    breaker_opened:
      'Rövid idő alatt túl sok levél jött. Ami onnan jött, a bejövő leveleknél visszatartva vár.',
    mail_account_off:
      'A levelek számadása nem jön ki, vagy egyes üzenetek túl régóta várnak. Nézze meg a bejövő leveleket.',
    mail_held_waiting: 'Visszatartott üzenetek több mint egy napja döntésre várnak.',
    channel_silent: 'Egy csatornán szokatlanul rég nem jött levél.',
    unusual_access:
      'Valaki ma sokkal több ügyfelet nyitott meg, mint egy szokásos napján. A hozzáférési napló megmutatja, ki.',
    case_merged: 'Ügyét egy másikkal egyesítették; mostantól azt követi.',
    case_absorbed: 'Egy másik ügyet az Ön egyik ügyével egyesítettek.',
    case_unmerged: 'Egy egyesített ügy ismét önálló, és az Ön kezében van.',
    rule_told: 'A cég egyik szabálya ezt üzeni:',
    new_device: 'Új eszközről jelentkezett be.',
    sign_in_failures: 'Valaki sokszor próbált hibás jelszóval az Ön nevében bejelentkezni.',
  },
  unknownDevice: 'Ismeretlen eszköz',
  advice: {
    new_device:
      'Ha nem Ön volt: nyissa meg a Batont, jelentkezzen ki mindenhol máshol, válasszon új jelszót, és szóljon egy rendszergazdának.',
    sign_in_failures:
      'Így senki sem jutott be, és Ön ugyanúgy bejelentkezhet, mint máskor. Ha a jelszavát máshol is használja, válasszon újat. Ha Ön volt az: a bejelentkezésnél új jelszót állíthat be.',
  },
  several: 'Mi történt az ügyeivel',
  customer: 'Ügyfél',
  answer:
    'Ha válaszol erre a levélre, a szavaiból belső jegyzet lesz az ügyben. Az ügyfél soha nem látja.',
  answerNone: 'Ez a levél több ügyről szól: kérjük, a Batonban írjon, ne erre a címre.',
  answerNobody:
    'Kérjük, ne válaszoljon erre a levélre: nem egy ügyről szól, és a választ senki sem olvassa.',
  choose: 'Ön választja ki, mely leveleket kapja meg:',
};

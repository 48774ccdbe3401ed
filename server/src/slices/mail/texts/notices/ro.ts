import type { NoticeWords } from './words.ts';

export const ro: NoticeWords = {
  came: {
    opened: 'Un caz nou este în mâinile dumneavoastră.',
    up: 'Un caz a fost trimis mai sus, la dumneavoastră.',
    across: 'Un caz v-a fost predat, la același nivel.',
    down: 'Un caz a fost trimis mai jos, la dumneavoastră.',
  },
  warned: {
    half: 'A trecut jumătate din timpul unui caz.',
    most: 'Au trecut trei sferturi din timpul unui caz.',
    nearly: 'Au trecut nouă zecimi din timpul unui caz.',
  },
  kind: {
    case_lapsed: 'Timpul unui caz a expirat; cazul a urcat singur.',
    owner_absent:
      'Un caz rămâne la cineva care lipsește: nimeni altcineva din echipă nu este prezent.',
    team_full: 'Toți din echipa dumneavoastră au atâtea cazuri câte pot ține.',
    first_reply_missed: 'Timpul pentru primul răspuns a trecut.',
    customer_wrote: 'Clientul a scris.',
    delivery_failed: 'Un mesaj nu a ajuns la client.',
    accountability:
      'Timpul unui caz a expirat la nivelul cel mai înalt: dumneavoastră decideți cum continuă.',
    answer_set_aside:
      'Un răspuns la un e-mail despre un caz a fost pus deoparte; nu a devenit notă.',
    deadline_near: 'Termenul unui client se apropie.',
    deadline_missed: 'Termenul unui client a trecut.',
    high_stakes: 'Un caz din echipa dumneavoastră a fost marcat: miza este mare.',
    postponed: 'Un caz a fost amânat de trei ori.',
    untaken: 'Un caz a fost predat, iar noul responsabil nu l-a deschis de două ore.',
    ping_pong:
      'Un caz s-a mutat de trei ori în cadrul nivelului: se pare că nu este potrivit pentru nimeni de aici.',
    case_reopened: 'Clientul spune că nu este rezolvat; cazul este din nou deschis.',
    case_confirmed: 'Clientul a confirmat că este rezolvat.',
    task_asked: 'Vi se cere să faceți ceva la un caz.',
    task_done: 'O sarcină dată de dumneavoastră este îndeplinită.',
    task_refused: 'O sarcină dată de dumneavoastră a fost refuzată.',
    task_withdrawn: 'Ceva ce vi s-a cerut nu mai este necesar.',
    task_returned: 'O sarcină s-a întors: persoana rugată nu mai lucrează aici.',
    task_overdue: 'O sarcină la un caz a depășit termenul.',
    mentioned: 'Cineva v-a menționat într-o notă.',
    mail_complained:
      'Cineva s-a plâns de un mesaj al dumneavoastră. Nu i se mai trimite nimic automat.',
    breaker_opened:
      'Au sosit prea multe mesaje în scurt timp. Ce a venit de acolo este reținut în „Primite”.',
    mail_account_off:
      'Socoteala mesajelor nu iese sau unele așteaptă de prea mult timp. Vedeți în „Primite”.',
    mail_held_waiting: 'Mesaje reținute așteaptă o decizie de peste o zi.',
    channel_silent: 'Printr-un canal nu a sosit niciun mesaj de neobișnuit de mult timp.',
    unusual_access:
      'Cineva a deschis astăzi mult mai mulți clienți decât într-o zi obișnuită. Jurnalul de acces spune cine.',
    case_merged: 'Cazul dumneavoastră a fost unit cu altul, pe care îl urmăriți de acum.',
    case_absorbed: 'Un alt caz a fost unit cu unul dintre ale dumneavoastră.',
    case_unmerged: 'Un caz unit este din nou separat și se află în mâinile dumneavoastră.',
    rule_told: 'O regulă a firmei vă transmite:',
    new_device: 'V-ați conectat de pe un dispozitiv nou.',
    sign_in_failures:
      'Cineva a încercat de multe ori să intre în contul dumneavoastră cu parole greșite.',
  },
  unknownDevice: 'Dispozitiv necunoscut',
  advice: {
    new_device:
      'Dacă nu ați fost dumneavoastră: deschideți aplicația, ieșiți de pe toate celelalte dispozitive, alegeți o parolă nouă și anunțați un administrator.',
    sign_in_failures:
      'Nimeni nu a intrat astfel, iar dumneavoastră vă puteți conecta ca de obicei. Dacă folosiți aceeași parolă și în altă parte, alegeți una nouă. Dacă ați fost dumneavoastră: parola poate fi schimbată la conectare.',
  },
  several: 'Ce s-a întâmplat cu cazurile dumneavoastră',
  customer: 'Client',
  answer:
    'Dacă răspundeți la acest e-mail, cuvintele dumneavoastră devin o notă internă la caz. Clientul nu le vede niciodată.',
  answerNone:
    'Acest e-mail privește mai multe cazuri: vă rugăm să scrieți în Baton, nu la această adresă.',
  answerNobody:
    'Vă rugăm să nu răspundeți la acest e-mail: nu privește niciun caz, iar răspunsurile nu sunt citite de nimeni.',
  choose: 'Ce e-mailuri primiți este alegerea dumneavoastră:',
};

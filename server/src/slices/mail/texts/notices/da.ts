import type { NoticeWords } from './words.ts';

export const da: NoticeWords = {
  came: {
    opened: 'En ny sag er i dine hænder.',
    up: 'En sag blev sendt op til dig.',
    across: 'En sag blev givet videre til dig på samme niveau.',
    down: 'En sag blev sendt ned til dig.',
  },
  warned: {
    half: 'Halvdelen af tiden til en sag er gået.',
    most: 'Tre fjerdedele af tiden til en sag er gået.',
    nearly: 'Ni tiendedele af tiden til en sag er gået.',
  },
  kind: {
    case_lapsed: 'Tiden til en sag løb ud; den gik op af sig selv.',
    owner_absent: 'En sag bliver hos en, der er fraværende: der er ingen andre i teamet.',
    team_full: 'Alle i dit team har så mange sager, som de kan have.',
    first_reply_missed: 'Tiden til det første svar er gået.',
    customer_wrote: 'Kunden skrev.',
    delivery_failed: 'En besked nåede ikke frem til kunden.',
    accountability: 'Tiden til en sag løb ud på toppen: du afgør, hvordan den går videre.',
    answer_set_aside: 'Et svar på en mail om en sag blev lagt til side; det er ikke en note.',
    deadline_near: 'En kundes frist nærmer sig.',
    deadline_missed: 'En kundes frist er overskredet.',
    high_stakes: 'En sag i dit team er markeret: der står meget på spil.',
    postponed: 'En sag er udskudt tre gange.',
    untaken: 'En sag er givet videre, og den nye ansvarlige har ikke åbnet den i to timer.',
    ping_pong:
      'En sag har skiftet hænder tre gange på samme niveau: ingen synes at være den rette.',
    case_reopened: 'Kunden siger, at det ikke er løst; sagen er åben igen.',
    case_confirmed: 'Kunden bekræftede, at det er løst.',
    task_asked: 'Du bliver bedt om at gøre noget på en sag.',
    task_done: 'En opgave, som du gav, er udført.',
    task_refused: 'En opgave, som du gav, blev afvist.',
    task_withdrawn: 'Noget, du blev bedt om, er ikke længere nødvendigt.',
    task_returned: 'En opgave kom tilbage: den, der blev spurgt, er holdt op.',
    task_overdue: 'En opgave på en sag er over tiden.',
    mentioned: 'Du blev nævnt i en note.',
    mail_complained:
      'Nogen klagede over en mail fra dig. Vedkommende får ikke længere automatiske mails.',
    breaker_opened:
      'Der kom for mange mails på kort tid. Det, der kom derfra, holdes tilbage under indgående mail.',
    mail_account_off:
      'Regnskabet over mails går ikke op, eller mails venter for længe. Se under indgående mail.',
    mail_held_waiting: 'Mails, der holdes tilbage, har ventet på en afgørelse i over et døgn.',
    channel_silent: 'Der er usædvanlig længe ikke kommet mails gennem en kanal.',
    unusual_access:
      'Nogen har i dag åbnet langt flere kunder end på en almindelig dag. Adgangsloggen siger hvem.',
    case_merged: 'Din sag blev lagt sammen med en anden, som du følger fra nu af.',
    case_absorbed: 'En anden sag blev lagt sammen med en af dine.',
    case_unmerged: 'En sammenlagt sag er igen en sag for sig og er i dine hænder.',
    rule_told: 'En regel i firmaet fortæller dig:',
    new_device: 'Du loggede ind fra en ny enhed.',
    sign_in_failures:
      'Nogen har mange gange forsøgt at logge ind som dig med forkerte adgangskoder.',
  },
  unknownDevice: 'Ukendt enhed',
  advice: {
    new_device:
      'Hvis det ikke var dig: åbn Baton, log ud alle andre steder, vælg en ny adgangskode, og sig det til en administrator.',
    sign_in_failures:
      'Ingen kom ind på den måde, og du kan logge ind som altid. Hvis du bruger adgangskoden andre steder, så vælg en ny. Hvis det var dig: du kan få en ny adgangskode, hvor du logger ind.',
  },
  several: 'Hvad der skete med dine sager',
  customer: 'Kunde',
  answer:
    'Hvis du svarer på denne mail, bliver dine ord til en intern note på sagen. Kunden ser dem aldrig.',
  answerNone: 'Denne mail handler om flere sager: skriv i Baton og ikke til denne adresse.',
  answerNobody: 'Svar ikke på denne mail: den handler ikke om en sag, og ingen læser svaret.',
  choose: 'Du vælger selv, hvilke mails du får:',
};

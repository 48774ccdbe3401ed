import type { NoticeWords } from './words.ts';

export const da: NoticeWords = {
  kinds: {
    contact: 'dit navn og dine kontaktoplysninger',
    conversation: 'det, du har skrevet til os, og vi til dig',
    files: 'filer, som du har sendt til os, eller vi til dig',
    overview: 'dit navn og emnet for din henvendelse i en liste',
    masked: 'kunde-, konto- eller skattenumre, som vi ellers skjuler',
  },
  subject: (company) => `Dine data hos ${company}: en hændelse`,
  text: ({ name, company, from, to, kinds }) => `Hej ${name}

Mellem ${from} og ${to} kan en uvedkommende have brugt en af vores medarbejderes konto. I det tidsrum blev følgende af dine data åbnet med den: ${kinds}.

Vi lukkede kontoen, så snart vi vidste det, og undersøger, hvad der er sket. Vær på vagt over for beskeder, der nævner din henvendelse til os: vi beder aldrig om en adgangskode eller en betaling pr. mail. Er du i tvivl, så svar på denne besked; den når os under dit nummer.

Vi beklager. Har du spørgsmål, så svar blot.

${company}`,
};

import type { Words } from './words.ts';

export const da: Words = {
  greeting: (name) => (name ? `Hej ${name}` : 'Hej'),
  ofTeam: (holder, team) => `${holder} (${team})`,
  labelled: (label, value) => `${label}: ${value}`,
  when: (date, time, zone) => `${date} kl. ${time} (${zone})`,
  labels: { number: 'Sagsnummer', holder: 'Ligger hos', due: 'Senest' },
  receipt: {
    accepted:
      'Tak, fordi du skrev til os. Din besked er kommet godt frem, og vi har overtaget dit problem. Fra nu af er det vores opgave at løse det, og det ligger altid hos én person, som du kender ved navn.',
    spoken:
      'Tak for samtalen. Vi har skrevet dit problem ned og overtaget det. Fra nu af er det vores opgave at løse det, og det ligger altid hos én person, som du kender ved navn.',
    understood: 'Sådan har vi forstået det:',
    page: 'På denne side ser du, hvem der arbejder med det, og kan fortælle os mere:',
    next: 'Inden da er dit problem løst, eller også fortæller vi dig, hvem der tager det videre. Du behøver ikke at rykke os.',
    reply: 'Vil du tilføje noget? Så svar blot på denne mail.',
  },
  moved: {
    higher:
      'Din sag ligger nu hos en kollega, som kan afgøre mere. Alt, hvad du har fortalt os, er fulgt med, så du behøver ikke at forklare det igen.',
    next: 'Inden da er dit problem løst, eller også fortæller vi dig, hvordan det går videre.',
    reply: 'Vil du tilføje noget? Så svar blot på denne mail.',
  },
  merged:
    'Vi arbejder på dette sammen med en anden sag om det samme problem. Intet af det, du har fortalt os, er gået tabt, og du behøver ikke forklare det igen.',
  solved:
    'Er dit problem løst? Så skal du ikke gøre mere. Hvis ikke, så svar blot på denne mail, og vi tager det op igen med det samme.',
  sayHere: 'Eller fortæl os med ét tryk, om det er løst:',
  tooLarge: (until) => `Dette var for stort til en mail. Indtil ${until} kan du hente det her:`,
  reminder: {
    ask: 'For nogle dage siden sendte vi dig en løsning. Er dit problem løst?',
    silence: (when) =>
      `Hører vi ikke noget, går vi ud fra, at alt er i orden, og lukker sagen ${when}.`,
    reply: 'Er det ikke løst, så svar blot på denne mail, og vi tager det op igen med det samme.',
  },
  notes: {
    encrypted:
      'Denne besked er krypteret. Den kan ikke læses her; originalen ligger blandt filerne.',
    invitation: 'Invitation',
    cancelled: 'Aflyst aftale',
    answer: 'Svar på en invitation',
    what: 'Hvad',
    date: 'Hvornår',
    where: 'Hvor',
    organiser: 'Fra',
    invited: 'Inviterede',
    wholeDay: 'hele dagen',
  },
  noSubject: '(uden emne)',
};

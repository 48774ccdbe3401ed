import type { Words } from './words.ts';

export const da: Words = {
  hello: ['Hej,', 'Godmorgen,', 'Kære kundeservice,', 'Goddag,'],
  wishes: [
    'Hvad skal jeg gøre?',
    'Jeg vil gerne have det løst i denne uge.',
    'Ring endelig, hvis noget er uklart.',
    'Tak fordi I ser på det.',
  ],
  answers: [
    'Her er, hvad I bad om: nummeret på bagsiden er LH-4471, og den er købt i marts.',
    'Det sker hver gang, uanset hvad jeg gør. Jeg har vedhæftet, hvad jeg kunne finde.',
    'Ja, det er rigtigt. Alle dage efter klokken 16 passer mig fint.',
  ],
  urges: [
    'Jeg har endnu ikke hørt noget. Hvornår kan jeg regne med et svar?',
    'Er der nyt? Vi kan ikke undvære den herhjemme.',
  ],
  thanks: ['Tak, det gik hurtigt!', 'Perfekt, mange tak for hjælpen.'],
  denials: [
    'Desværre er det stadig det samme. Det kom igen i aftes.',
    'Det har ikke hjulpet: intet er anderledes.',
  ],
  dear: 'Kære {name}',
  regards: 'Venlig hilsen',
  talk: {
    washer: {
      subjects: ['Vaskemaskine stopper med E18', 'Vaskemaskine drypper ved lågen'],
      problems: [
        'min vaskemaskine stopper midt i programmet og viser E18. Filteret er rent.',
        'siden lørdag står der vand foran min vaskemaskine efter hver vask.',
        'tromlen centrifugerer ikke mere, og tøjet er drivvådt.',
      ],
      ask: 'Kan du sende os nummeret på skiltet inden for lågen og et billede af displayet?',
      solutions: [
        'En tekniker har skiftet afløbspumpen og kørt to programmer. Maskinen tømmer og centrifugerer igen.',
        'Pakningen i lågen var slidt. Den nye er monteret, og prøvevasken holdt tæt.',
      ],
      words: ['vaskemaskine'],
    },
    coffee: {
      subjects: ['Kaffemaskine varmer ikke', 'Kaffemaskine lækker'],
      problems: [
        'den kaffemaskine, jeg købte i foråret, laver kun lunken kaffe.',
        'der er en lille sø under min kaffemaskine hver morgen.',
        'den vil afkalkes, selv om jeg har gjort det to gange i denne uge.',
      ],
      ask: 'Hvilken model er det, og hvornår blev den sidst afkalket?',
      solutions: [
        'Termostaten var defekt. Vi har sendt en ny maskine; brug æsken til at sende den gamle retur.',
        'Efter den nulstilling, vi lavede sammen i telefonen, tæller den rigtigt igen.',
      ],
      words: ['kaffemaskine'],
    },
    heating: {
      subjects: ['Varmepumpe larmer om natten', 'Varmepumpe viser en advarsel'],
      problems: [
        'vores varmepumpe starter hvert tiende minut om natten og vækker børnene.',
        'vores varmepumpe viser en gul trekant, og huset bliver ved 17 grader.',
        'den sidste regning var dobbelt så stor, og jeg tror, at vores varmepumpe kører hele tiden.',
      ],
      ask: 'Hvor koldt er det ude, og hvilken advarsel ser du i menuen under Service?',
      solutions: [
        'Natsænkningen var stillet forkert. Vi har rettet kurven, og nu kører den længere og roligere.',
        'Føleren udenfor hang i solen. Den er flyttet til nordvæggen, og advarslen er væk.',
      ],
      words: ['varmepumpe'],
    },
    late: {
      subjects: ['Hvor er min ordre {order}?', 'Levering af {order} kom ikke'],
      problems: [
        'min ordre {order} skulle være kommet i torsdags, og sporingen står stille.',
        'jeg var hjemme hele dagen, men der kom ingen levering af {order}.',
        'butikken siger, at {order} er leveret, men vi har intet fået.',
      ],
      ask: 'Er adressen på ordren stadig rigtig, og må vi sætte pakken hos en nabo?',
      solutions: [
        'Pakken lå fast på terminalen. Den kom ud igen i morges, og der er kvitteret for den ved middagstid.',
        'Den første pakke blev væk undervejs. En ny blev sendt med ekspres og er kommet frem.',
      ],
      words: ['ordre', 'levering'],
    },
    damaged: {
      subjects: ['Beskadiget pakke, {order}', 'Glasset var i stykker'],
      problems: [
        'kassen med {order} var åben, og lågen er ridset. Pakken var beskadiget.',
        'glaspladen kom i stykker, i tre dele. Billeder er vedhæftet.',
        'den ene side er bøjet og beskadiget, og låget lukker ikke.',
      ],
      ask: 'Kan du sende to billeder: et af skaden og et af mærkatet på kassen?',
      solutions: [
        'En ny låge er på vej uden beregning, og den gamle hentes samtidig.',
        'Vi har sendt delen igen, denne gang i en træramme, og du har bekræftet, at den er hel.',
      ],
      words: ['beskadiget', 'i stykker'],
    },
    returns: {
      subjects: ['Returnering af {order}', 'Jeg vil gerne sende den tilbage'],
      problems: [
        'jeg vil gerne sende {order} tilbage: den passer ikke under bordpladen.',
        'jeg bestilte to ved en fejl og vil sende den ene tilbage.',
        'farven er ikke som på billedet. Hvordan foregår en returnering?',
      ],
      ask: 'Er den stadig i æsken, og skal vi hente den, eller bringer du den til en butik?',
      solutions: [
        'Returmærkaten er i din indbakke, og fragtmanden kommer den dag, du har valgt.',
        'Vi har fået den tilbage og byttet den til den farve, du ønskede.',
      ],
      words: ['returnering', 'sende den tilbage', 'tilbage'],
    },
    invoice: {
      subjects: ['Faktura for {order} er forkert', 'Faktura betalt to gange'],
      problems: [
        'på min faktura for {order} står montering, som vi selv har klaret.',
        'den samme faktura er trukket to gange på min konto.',
        'vores firma skal have en faktura med vores CVR-nummer.',
      ],
      ask: 'Hvilket beløb havde du ventet, og hvis navn skal fakturaen lyde på?',
      solutions: [
        'Fakturaen er rettet, og den nye er på vej. Forskellen går tilbage til din konto.',
        'Den anden betaling er sendt tilbage i dag; banken bruger op til tre dage på at vise den.',
      ],
      words: ['faktura'],
    },
    refund: {
      subjects: ['Refusion for {order}', 'Venter stadig på refusion'],
      problems: [
        'jeg sendte {order} retur for tre uger siden og har ikke fået min refusion.',
        'den refusion, jeg fik, er mindre end det, jeg betalte.',
        'min refusion gik til et kort, som jeg ikke har mere.',
      ],
      ask: 'Hvilken konto skal pengene til? De sidste fire cifre er nok.',
      solutions: [
        'Hele beløbet er udbetalt i dag sammen med fragten.',
        'Vi har trukket beløbet tilbage fra det gamle kort og sendt det til din konto.',
      ],
      words: ['refusion'],
    },
    app: {
      subjects: ['Kan ikke logge ind i appen', 'Appen finder ikke mine apparater'],
      problems: [
        'siden opdateringen siger appen, at min adgangskode er forkert.',
        'appen finder ikke ovnen mere, selv om begge er på samme netværk.',
        'jeg får ikke den kode, som appen sender med mail.',
      ],
      ask: 'Hvilken telefon bruger du, og hvilken version står der under Om?',
      solutions: [
        'Din konto var låst efter fem forsøg. Den er åben igen, og du har valgt en ny kode.',
        'Routeren holdt apparaterne adskilt. Med den indstilling, vi fandt, ser appen dem alle.',
      ],
      words: ['appen'],
    },
    warranty: {
      subjects: ['Garanti på {order}', 'Dækker min garanti det her?'],
      problems: [
        'motoren i emhætten døde efter 22 måneder. Er det dækket af min garanti?',
        'en butik siger, at min garanti er udløbet, men på bonen står tre år.',
        'hvem reparerer det på garanti, og skal jeg betale for besøget?',
      ],
      ask: 'Kan du sende et billede af bonen og af skiltet med nummeret?',
      solutions: [
        'Det er dækket: motoren er skiftet hjemme hos dig, og der er intet at betale.',
        'Vi har skrevet de tre år ind hos os, og reparationen er sket på garantien.',
      ],
      words: ['garanti'],
    },
  },
};

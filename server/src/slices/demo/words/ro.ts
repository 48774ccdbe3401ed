import type { Words } from './words.ts';

export const ro: Words = {
  hello: ['Bună ziua,', 'Bună dimineața,', 'Stimată echipă,', 'Salut,'],
  wishes: [
    'Îmi puteți spune ce am de făcut?',
    'Aș dori să se rezolve săptămâna aceasta.',
    'Vă rog să mă sunați dacă ceva nu este clar.',
    'Vă mulțumesc că vă ocupați.',
  ],
  answers: [
    'Iată ce ați cerut: numărul de pe spate este LH-4471, cumpărată în martie.',
    'Se întâmplă de fiecare dată, orice aș încerca. Am atașat ce am găsit.',
    'Da, așa este. Îmi convine oricând după ora patru după-amiaza.',
  ],
  urges: [
    'Nu am primit încă niciun răspuns. Când îl pot aștepta?',
    'Aveți noutăți? Acasă avem mare nevoie de ea.',
  ],
  thanks: ['Mulțumesc, a mers repede!', 'Perfect, mulțumesc mult pentru ajutor.'],
  denials: [
    'Din păcate este la fel. Problema a reapărut aseară.',
    'La mine nu s-a rezolvat: nu s-a schimbat nimic.',
  ],
  dear: 'Stimate client {name},',
  regards: 'Cu stimă',
  talk: {
    washer: {
      subjects: ['Mașina de spălat se oprește cu E18', 'Mașina de spălat pierde apă'],
      problems: [
        'mașina de spălat se oprește la mijlocul programului și arată E18. Filtrul este curat.',
        'de sâmbătă, după fiecare spălare este apă în fața mașinii. Cred că mașina de spălat pierde pe la ușă.',
        'mașina de spălat nu mai stoarce, iar rufele ies ude.',
      ],
      ask: 'Ne puteți trimite numărul de pe eticheta din interiorul ușii și o fotografie a afișajului?',
      solutions: [
        'Un tehnician a schimbat pompa de evacuare și a rulat două programe. Mașina evacuează și stoarce normal.',
        'Garnitura ușii era uzată. Cea nouă este montată, iar la spălarea de probă nu a mai curs apă.',
      ],
      words: ['mașina de spălat'],
    },
    coffee: {
      subjects: ['Aparatul de cafea nu încălzește', 'Aparatul de cafea curge'],
      problems: [
        'aparatul de cafea cumpărat în primăvară face doar cafea călduță.',
        'în fiecare dimineață găsesc apă sub aparatul de cafea.',
        'aparatul de cafea cere decalcifiere, deși am făcut-o de două ori săptămâna aceasta.',
      ],
      ask: 'Ce model este și când a fost decalcifiat ultima dată?',
      solutions: [
        'Termostatul era defect. V-am trimis un aparat nou; folosiți cutia pentru a-l returna pe cel vechi.',
        'După resetarea făcută împreună la telefon, contorul arată din nou corect.',
      ],
      words: ['aparatul de cafea'],
    },
    heating: {
      subjects: ['Pompa de căldură este zgomotoasă noaptea', 'Pompa de căldură arată o avertizare'],
      problems: [
        'pompa de căldură pornește noaptea din zece în zece minute și trezește copiii.',
        'pompa de căldură arată un triunghi galben, iar casa rămâne la 17 grade.',
        'ultima factură a fost dublă și cred că pompa de căldură merge tot timpul.',
      ],
      ask: 'Ce temperatură este afară și ce avertizare vedeți în meniul Service?',
      solutions: [
        'Reglajul de noapte era greșit. Am corectat curba, iar acum merge mai rar și mai liniștit.',
        'Senzorul de afară stătea la soare. A fost mutat pe peretele dinspre nord și avertizarea a dispărut.',
      ],
      words: ['pompa de căldură'],
    },
    late: {
      subjects: ['Unde este comanda {order}?', 'Livrarea {order} nu a venit'],
      problems: [
        'comanda {order} trebuia să ajungă joia trecută, iar urmărirea nu s-a mai schimbat.',
        'am stat acasă toată ziua, dar livrarea {order} nu a venit.',
        'magazinul spune că am primit comanda {order}, dar noi nu am primit nimic.',
      ],
      ask: 'Adresa comenzii este încă bună și putem lăsa coletul la un vecin?',
      solutions: [
        'Coletul a rămas blocat în depozit. A plecat din nou azi-dimineață și a fost primit la prânz.',
        'Primul colet s-a pierdut pe drum. Al doilea a fost trimis expres și a ajuns.',
      ],
      words: ['comanda', 'livrarea'],
    },
    damaged: {
      subjects: ['Colet deteriorat, {order}', 'Sticla a ajuns spartă'],
      problems: [
        'coletul {order} era deteriorat, iar ușa dinăuntru este zgâriată adânc.',
        'placa de sticlă a ajuns spartă în trei bucăți. Am atașat fotografii.',
        'o latură este îndoită, produsul este deteriorat și capacul nu se închide.',
      ],
      ask: 'Ne puteți trimite două fotografii, una cu paguba și una cu eticheta cutiei?',
      solutions: [
        'O ușă nouă este pe drum, gratuit, iar cea veche va fi ridicată în aceeași zi.',
        'Am trimis piesa încă o dată, într-un cadru de lemn, și ați confirmat că este întreagă.',
      ],
      words: ['deteriorat', 'spartă'],
    },
    returns: {
      subjects: ['Retur pentru {order}', 'Aș dori să fac un retur'],
      problems: [
        'doresc un retur pentru {order}: nu încape sub blatul nostru.',
        'am comandat din greșeală două bucăți și aș vrea un retur pentru una.',
        'culoarea nu este cea din imagine. Cum fac un retur?',
      ],
      ask: 'Este încă în cutie, și trimitem un curier sau o aduceți la magazin?',
      solutions: [
        'Eticheta de retur este în căsuța dumneavoastră, iar curierul vine în ziua aleasă.',
        'Am primit produsul înapoi și l-am schimbat cu unul de culoarea dorită.',
      ],
      words: ['retur'],
    },
    invoice: {
      subjects: ['Factura pentru {order} este greșită', 'Factura a fost plătită de două ori'],
      problems: [
        'factura pentru {order} conține montajul, pe care l-am făcut singuri.',
        'aceeași sumă a fost luată de două ori: factura apare dublu.',
        'firma noastră are nevoie de factura cu codul fiscal pe ea.',
      ],
      ask: 'Ce sumă ați așteptat și pe ce nume trebuie emisă factura?',
      solutions: [
        'Factura a fost corectată, iar cea nouă este pe drum. Diferența se întoarce în cont.',
        'A doua plată a fost returnată azi; banca are nevoie de până la trei zile.',
      ],
      words: ['factura'],
    },
    refund: {
      subjects: ['Rambursare pentru {order}', 'Aștept încă rambursarea'],
      problems: [
        'am trimis {order} înapoi acum trei săptămâni și nu am primit rambursarea.',
        'rambursarea primită este mai mică decât suma plătită.',
        'rambursarea s-a făcut pe un card pe care nu îl mai am.',
      ],
      ask: 'În ce cont să ajungă suma? Ultimele patru cifre sunt de ajuns.',
      solutions: [
        'Suma întreagă a fost plătită azi, împreună cu transportul.',
        'Am retras plata de pe cardul vechi și am trimis-o în contul dumneavoastră.',
      ],
      words: ['rambursare', 'rambursarea'],
    },
    app: {
      subjects: ['Nu mă pot autentifica în aplicație', 'Aplicația nu mai găsește aparatele'],
      problems: [
        'de la actualizare, aplicația spune că parola este greșită.',
        'aplicația nu mai găsește cuptorul, deși sunt în aceeași rețea.',
        'nu primesc codul pe care aplicația îl trimite prin e-mail.',
      ],
      ask: 'Ce telefon folosiți și ce versiune arată aplicația la Despre?',
      solutions: [
        'Contul era blocat după cinci încercări. Este deschis din nou și ați ales o parolă nouă.',
        'Routerul separa aparatele. Cu setarea găsită împreună, aplicația le vede pe toate.',
      ],
      words: ['aplicație', 'aplicația'],
    },
    warranty: {
      subjects: ['Garanție pentru {order}', 'Este acoperit de garanție?'],
      problems: [
        'motorul hotei s-a stricat după 22 de luni. Intră în garanție?',
        'un magazin spune că nu mai am garanție, dar pe bon scrie trei ani.',
        'cine repară în garanție și trebuie să plătesc vizita?',
      ],
      ask: 'Ne puteți trimite o fotografie a bonului și a etichetei cu numărul?',
      solutions: [
        'Este acoperit: motorul a fost schimbat la dumneavoastră acasă și nu aveți nimic de plată.',
        'Am trecut cei trei ani în evidențele noastre, iar reparația s-a făcut în garanție.',
      ],
      words: ['garanție'],
    },
  },
};

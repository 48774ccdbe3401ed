import type { SendMailOptions } from 'nodemailer';

type Letter = SendMailOptions & {
  from: { name: string; address: string };
  subject: string;
  text: string;
  /** How many hours ago it came. */
  hoursAgo: number;
};

/** What the customers of Nordlys wrote to the agent of the pictures. */
export const letters: Letter[] = [
  {
    from: { name: 'Jens Kjær Mortensen', address: 'jens.kjaer@mortensen.example' },
    subject: 'Refund for the cancelled technician visit still missing',
    text: 'Hej,\n\nthe visit on 3 March was cancelled by you, and I was promised the 499 kr. back within a week. It is three weeks now, and nothing has come.\n\nPlease tell me the day on which I will have it.\n\nJens',
    hoursAgo: 18.8,
  },
  {
    from: { name: '林晓梅', address: 'lin.xiaomei@linmail.example' },
    messageId: '<red-light@linmail.example>',
    subject: '路由器红灯闪烁，无法上网',
    text: '您好，\n\n从昨天晚上开始，路由器一直闪红灯，全家都上不了网。已经重启过三次，没有用。我在家办公，请尽快帮忙。\n\n林晓梅',
    hoursAgo: 12.4,
  },
  {
    from: { name: 'Kovács Péter', address: 'kovacs.peter@pkovacs.example' },
    subject: 'Két számla egy rendelésről',
    text: 'Tisztelt Ügyfélszolgálat!\n\nA 2026/0318-as rendelésemről két számlát kaptam, mindkettő 14 990 Ft. Kérem, stornózzák az egyiket.\n\nÜdvözlettel\nKovács Péter',
    hoursAgo: 7.9,
  },
  {
    from: { name: 'Sofia Lund', address: 'sofia@lundogson.example' },
    subject: 'Levering til den nye adresse',
    text: 'Hej Nordlys\n\nVi flytter den 1. og vil gerne have routeren sendt til den nye adresse: Havnegade 12, 3. th., 5000 Odense C.\n\nVenlig hilsen\nSofia Lund',
    hoursAgo: 7.2,
  },
  {
    from: { name: 'Andrei Ionescu', address: 'andrei.ionescu@casaionescu.example' },
    subject: 'Nu pot schimba parola',
    text: 'Bună ziua,\n\nPagina îmi spune de fiecare dată că linkul a expirat, deși abia l-am primit.\n\nMulțumesc,\nAndrei Ionescu',
    hoursAgo: 4.6,
  },
  {
    from: {
      name: 'Harbour Dental Ltd, Amy Roe-Featherstonehaugh',
      address: 'accounts@harbourdental.example',
    },
    subject:
      'Contract renewal: price per seat, and what happens with the three lines we have not used since the move',
    text: 'Good morning,\n\nour contract runs out at the end of the month. Before we renew we would like to know the price per seat for eleven seats, and whether the three unused lines can be left out.\n\nKind regards\nAmy Roe-Featherstonehaugh',
    html: `<div style="font-family:Georgia,serif"><p>Good morning,</p><p>our contract runs out at the end of the month. Before we renew we would like to know the <b>price per seat for eleven seats</b>, and whether the three unused lines can be left out.</p><table border="1" cellpadding="6" style="border-collapse:collapse"><tr><th align="left">Place</th><th>Seats</th><th>Lines</th></tr><tr><td>Great Abington</td><td align="right">8</td><td align="right">4</td></tr><tr><td>Little Gransden</td><td align="right">3</td><td align="right">5</td></tr></table><p>Kind regards<br>Amy Roe-Featherstonehaugh<br><a href="https://harbourdental.example/contact">Harbour Dental</a></p><img src="https://harbourdental.example/logo.png" width="120" height="40" alt="Harbour Dental"></div>`,
    hoursAgo: 3.3,
  },
  {
    from: { name: 'Miguel Santos', address: 'miguel@santos.example' },
    subject: 'Thanks, and a question about the invoice export',
    text: 'Hello again, the line is perfect now. One more thing: can I have all invoices of last year as one file?',
    hoursAgo: 1.7,
  },
  {
    from: { name: 'Nadia Haddad', address: 'nadia@haddad.example' },
    subject: 'Slow every evening, third time',
    text: 'Every evening from eight to eleven I get 4 Mbit instead of 300. This is the third time that I write.',
    hoursAgo: 0.5,
  },
];

/** The letter that went up: from the front line to the agent of the pictures. */
export const maria: Letter = {
  from: { name: 'Мария Кузнецова', address: 'maria@kuznetsova.example' },
  subject: 'Двойное списание за август',
  text: 'Здравствуйте!\n\nЗа август с меня дважды списали абонентскую плату, 14 и 15 числа. Приложила выписку. Прошу вернуть лишнее.\n\nМария Кузнецова',
  attachments: [{ filename: 'выписка-август.pdf', content: Buffer.alloc(214_000, 32) }],
  hoursAgo: 33.8,
};

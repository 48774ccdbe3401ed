import { type Letter, letter } from '../bench/smtp-client.ts';
import type { Chance } from './random.ts';

/** Where the company of the proof is written to. */
export const ours = 'help@company.example';

/** A letter of the mix: its name stands in its subject, whatever else is wrong with it. */
export type Mixed = { name: string; kind: Kind; letter: Letter };

type Maker = (name: string, chance: Chance, earlier: readonly Mixed[]) => Letter;

/** Kinds of mail, and how often each comes, in proportion to the others. */
const makers = {
  problem: [40, (name) => letter(name, `maria.${name}`)],
  again: [8, (name, chance) => letter(name, `regular.${chance.between(1, 40)}`)],
  reply: [
    10,
    (name, chance, earlier) => {
      const first = chance.one(earlier);
      const own = letter(name, 'x');
      const header = `In-Reply-To: <${first.name}@customer.example>`;
      return from(own, first.letter.from, header);
    },
  ],
  repeated: [5, (_name, chance, earlier) => chance.one(earlier).letter],
  differing: [
    3,
    (_name, chance, earlier) => {
      const { from: sender, to, data } = chance.one(earlier).letter;
      return { from: sender, to, data: `${data}\r\nAnd one thing more.` };
    },
  ],
  spam: [5, (name) => withHeader(letter(name, `spam.${name}`), 'X-Spam-Flag: YES')],
  away: [5, (name) => withHeader(letter(name, `away.${name}`), 'Auto-Submitted: auto-replied')],
  notice: [4, (name) => withHeader(letter(name, `cron.${name}`), 'Auto-Submitted: auto-generated')],
  bounce: [6, (name) => bounce(name)],
  loop: [3, (name) => from(letter(name, 'x'), ours, 'X-Nothing: x')],
  storm: [6, (name) => letter(name, 'storm')],
  bare: [
    2,
    (name) => ({ from: `bare@${name}.example`, to: ours, data: `Subject: (${name})\r\n\r\nx` }),
  ],
  odd: [2, (name, chance) => odd(letter(name, `odd.${name}`), chance)],
  large: [1, (name) => large(letter(name, `large.${name}`))],
} satisfies Record<string, [number, Maker]>;
export type Kind = keyof typeof makers;

/** So many letters of all kinds, mixed by chance. */
export function mixOf(count: number, chance: Chance): Mixed[] {
  const kinds = Object.entries(makers).flatMap(([kind, [times]]) =>
    Array.from({ length: times }, () => kind as Kind),
  );
  const all: Mixed[] = [];
  for (let index = 0; index < count; index++) {
    const name = `mixed.${index}`;
    const kind = all.length < 20 ? 'problem' : chance.one(kinds);
    const whole = all.filter((one) => one.kind === 'problem');
    const make: Maker = makers[kind][1];
    all.push({ name, kind, letter: make(name, chance, whole.slice(-200)) });
  }
  return all;
}

function withHeader({ from: sender, to, data }: Letter, header: string): Letter {
  return { from: sender, to, data: `${header}\r\n${data}` };
}

/** The same letter from somebody else, with one header more. */
function from({ to, data }: Letter, sender: string, header: string): Letter {
  const own = data.replace(/^From: .*$/m, `From: Somebody <${sender}>`);
  return { from: sender, to, data: `${header}\r\n${own}` };
}

function bounce(name: string): Letter {
  const data = [
    'From: MAILER-DAEMON@relay.example',
    `Message-ID: <${name}@customer.example>`,
    `Subject: Undelivered Mail Returned to Sender (${name})`,
    '',
    `<gone@x.example>: 550 5.1.1 User unknown\r\nMessage-ID: <${name}@elsewhere.example>`,
  ];
  return { from: '', to: ours, data: data.join('\r\n') };
}

const oddities = [
  'Content-Type: text/plain; charset=no-such-charset',
  'Content-Type: multipart/mixed; boundary=nowhere',
  'Date: the day before yesterday',
  `X-Long: ${'y'.repeat(900)}`,
];

function odd(whole: Letter, chance: Chance): Letter {
  return withHeader(whole, chance.one(oddities));
}

function large({ from: sender, to, data }: Letter): Letter {
  const line = `${'0123456789'.repeat(7)}\r\n`;
  return { from: sender, to, data: `${data}\r\n${line.repeat(4000)}` };
}

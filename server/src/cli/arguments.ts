import { area, type AreaRanks, rank, roles, type Role } from '@baton/contract';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { StartError } from '../platform/start-error.ts';
import type { LockOutWish } from './lock-out.ts';

/** What the command line asks for. */
export type Command =
  | { name: 'serve' | 'migrate' | 'doctor' | 'demo' | 'help' }
  | { name: 'token'; key: TokenWish }
  | { name: 'lock-out'; wish: LockOutWish }
  | { name: 'let-in'; address: string }
  | { name: 'simulate'; wish: SimulationWish }
  | { name: 'deliver'; delivery: { from: string | undefined; recipients: string[] } };

/** The company that is to be played; what is not said is as usual. */
export type SimulationWish = { json: boolean; options: Record<string, number | number[]> };

/** The key that is asked for; without scopes it has its role in every area. */
export type TokenWish = {
  name: string;
  role: Role;
  agentId: string | null;
  scopes: AreaRanks | null;
  expiresAt: Date | null;
};

export const usage = `Usage: npx baton <command>

  serve     start Baton (what \`npm start\` does)
  migrate   bring the database to this version
  token create --name NAME --role admin|lead|agent|reader [--agent ID]
            [--scope AREA:RANK ...] [--expires INSTANT]
            make a key for the API; prints it, alone, on the last line; with scopes it opens
            only these areas (for example --scope Mail:reader), each up to a rank
  lock-out --agent ADDRESS [--since INSTANT] [--reason TEXT]
            lock an agent out at once on all servers: sessions, keys and links end, cases are
            handed over; an incident is opened for what follows
  let-in --agent ADDRESS
            let a locked agent in again, by a one-time link for new credentials
  deliver [--to ADDRESS ...] [--from ADDRESS]
            take one message from standard input, for the pipe of a mail server; exit code 75
            says that it could not be stored: keep it and come again
  doctor    check every promise over the whole database; exit code 1 if one is broken
  demo      fill an empty database with a believable company, to look around in; sends nothing
  simulate  [--days N] [--agents N] [--arrivals N] [--seed N] [--topics N|SHARE,…]
            [--absences N] [--crashes N] [--holding HOURS|HOURS,HOURS,HOURS] [--json]
            play a company in memory, by the rules alone, and check every promise after each step;
            topics are so many, or have shares; holding times are for all levels, or for each from
            the front line up; absences are per agent and year, crashes per year; exit code 1 if a promise is broken

Settings are read from the environment; the README lists them.`;

/**
 * Reads the arguments after the program's name.
 * @throws StartError (exit code 2) with what is wrong and the usage.
 */
export function readArguments(args: string[]): Command {
  const [name, ...rest] = args;
  switch (name) {
    case undefined:
    case 'help':
    case '--help':
    case '-h':
      return { name: 'help' };
    case 'serve':
    case 'migrate':
    case 'doctor':
    case 'demo':
      if (rest.length > 0)
        throw wrong(`${name} takes no arguments, but was given: ${rest.join(' ')}`);
      return { name };
    case 'token':
      return readToken(rest);
    case 'lock-out':
      return readLockOut(rest);
    case 'let-in':
      return { name, address: addressIn(name, readOptions(rest, { agent: one }).agent) };
    case 'deliver':
      return readDelivery(rest);
    case 'simulate':
      return readSimulation(rest);
    default:
      throw wrong(`There is no command ${name}.`);
  }
}

function readToken([verb, ...rest]: string[]): Command {
  if (verb !== 'create') throw wrong('After token comes: create.');
  const { name, role, agent, scope, expires } = readOptions(rest, tokenOptions);
  if (!name?.trim()) throw wrong('token create needs --name: what the key is for.');
  const known = roles.find((each) => each === role);
  if (!known) throw wrong(`token create needs --role, one of: ${roles.join(', ')}.`);
  const key = {
    name: name.trim(),
    role: known,
    agentId: agent ?? null,
    scopes: scope ? readScopes(scope) : null,
    expiresAt: expires === undefined ? null : readInstant(expires, '--expires'),
  };
  return { name: 'token', key };
}

function readLockOut(args: string[]): Command {
  const { agent, since, reason } = readOptions(args, { agent: one, since: one, reason: one });
  const wish = {
    address: addressIn('lock-out', agent),
    since: since === undefined ? null : readInstant(since, '--since'),
    reason: reason?.trim() || 'Locked out from the command line.',
  };
  return { name: 'lock-out', wish };
}

function addressIn(command: string, agent: string | undefined): string {
  if (agent?.includes('@')) return agent.trim();
  throw wrong(`${command} needs --agent: the mail address of the agent.`);
}

/** The least and the most of each figure of a simulation. */
const bounds = {
  days: [1, 100_000],
  agents: [3, 2000],
  arrivals: [0, 10_000],
  seed: [0, 2 ** 32 - 1],
  topics: [1, 1000],
  absences: [0, 24],
  crashes: [0, 365],
  holding: [1, 1000],
} as const;

/** The levels of the company that is played. */
const levels = 3;

/** What else may stand there instead of one number. */
const lists = {
  topics: ', nor a list of such shares, divided by commas',
  holding: ', nor three of them, divided by commas, one for each level',
};

function readSimulation(args: string[]): Command {
  const options = Object.fromEntries(Object.keys(bounds).map((name) => [name, one]));
  const { json, ...given } = readOptions(args, { ...options, json: { type: 'boolean' } });
  const figures = Object.entries(given).map(([name, text]) => {
    const [least, most] = bounds[name as keyof typeof bounds];
    const parts = String(text).split(',');
    const numbers = parts.map(Number);
    const fit = numbers.every(
      (one, nth) => /^\d+$/.test(parts[nth]!) && one >= least && one <= most,
    );
    const count = parts.length;
    if (fit && count === 1) return [name, numbers[0]!];
    if (fit && (name === 'topics' || (name === 'holding' && count === levels))) {
      return [name, numbers];
    }
    const list = lists[name as keyof typeof lists] ?? '';
    throw wrong(`--${name} ${String(text)} is no whole number from ${least} to ${most}${list}.`);
  });
  return { name: 'simulate', wish: { json: json === true, options: Object.fromEntries(figures) } };
}

/** An empty sender is the null return path. */
function readDelivery(args: string[]): Command {
  const { to, from } = readOptions(args, { to: many, from: one });
  return { name: 'deliver', delivery: { from, recipients: to ?? [] } };
}

function readScopes(texts: string[]): AreaRanks {
  return Object.fromEntries(
    texts.map((text) => {
      const [name, least] = text.split(':');
      const found = area.options.find((each) => each.toLowerCase() === name?.toLowerCase());
      const known = rank.safeParse(least);
      if (found && known.success) return [found, known.data];
      throw wrong(
        `--scope ${text} is not AREA:RANK. Areas: ${area.options.join(', ')}; ` +
          `ranks: ${rank.options.join(', ')}.`,
      );
    }),
  );
}

function readInstant(text: string, option: string): Date {
  const at = new Date(text);
  if (!Number.isNaN(at.getTime())) return at;
  throw wrong(`${option} ${text} is not an instant such as 2027-01-31T00:00:00Z.`);
}

const one = { type: 'string' } as const;
const many = { type: 'string', multiple: true } as const;
const tokenOptions = { name: one, role: one, agent: one, scope: many, expires: one };

function readOptions<O extends NonNullable<ParseArgsConfig['options']>>(
  args: string[],
  options: O,
) {
  try {
    return parseArgs({ args, options }).values;
  } catch (error) {
    throw wrong(error instanceof Error ? error.message : String(error));
  }
}

function wrong(sentence: string): StartError {
  return new StartError(`${sentence}\n\n${usage}`, 2);
}

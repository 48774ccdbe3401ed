import { parseArgs } from 'node:util';
import { StartError } from '../platform/start-error.ts';

/** What the command line asks for. */
export type Command =
  | { name: 'serve' | 'migrate' | 'doctor' | 'help' }
  | { name: 'token'; key: { name: string; role: KeyRole; agentId: string | undefined } };

const roles = ['admin', 'lead', 'agent', 'reader'] as const;
export type KeyRole = (typeof roles)[number];

export const usage = `Usage: npx baton <command>

  serve     start Baton (what \`npm start\` does)
  migrate   bring the database to this version
  token create --name NAME --role admin|lead|agent|reader [--agent ID]
            make a key for the API; prints it, alone, on the last line
  doctor    check every promise over the whole database; exit code 1 if one is broken

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
      if (rest.length > 0)
        throw wrong(`${name} takes no arguments, but was given: ${rest.join(' ')}`);
      return { name };
    case 'token':
      return readToken(rest);
    default:
      throw wrong(`There is no command ${name}.`);
  }
}

function readToken([verb, ...rest]: string[]): Command {
  if (verb !== 'create') throw wrong('After token comes: create.');
  const { name, role, agent } = readOptions(rest);
  if (!name?.trim()) throw wrong('token create needs --name: what the key is for.');
  const known = roles.find((each) => each === role);
  if (!known) throw wrong(`token create needs --role, one of: ${roles.join(', ')}.`);
  return { name: 'token', key: { name: name.trim(), role: known, agentId: agent } };
}

function readOptions(args: string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({ args, options: { name: text, role: text, agent: text } }).values;
  } catch (error) {
    throw wrong(error instanceof Error ? error.message : String(error));
  }
}

function wrong(sentence: string): StartError {
  return new StartError(`${sentence}\n\n${usage}`, 2);
}

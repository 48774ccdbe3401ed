import { errorForLog } from './error-for-log.ts';
import pino, { type DestinationStream, type Logger } from 'pino';

export type { Logger } from 'pino';

/** Fields that never reach the log, at the top and one or two levels down. */
const secretFields = [
  ...['authorization', 'cookie', 'set-cookie', 'password', 'token', 'secret'],
  ...['accessToken', 'refreshToken', 'clientSecret'],
];

const redact = {
  paths: secretFields.flatMap((name) => [`["${name}"]`, `*["${name}"]`, `*.*["${name}"]`]),
  censor: '[hidden]',
};

/**
 * The log on standard output: JSON lines for programs, one readable line each for a person at a
 * terminal. `level` is one of pino's (`silent` in tests).
 */
export function openLog(level = 'info', stream: NodeJS.WriteStream = process.stdout): Logger {
  const timestamp = pino.stdTimeFunctions.isoTime;
  const options = { level, redact, base: null, timestamp, serializers: { err: errorForLog } };
  return stream.isTTY ? pino(options, readable(stream)) : pino(options, stream);
}

type Line = { level: number; time: string; msg?: string; err?: unknown };

/** Turns pino's JSON lines into `12:34:56 warn  What happened. key=value`. */
export function readable(out: { write(text: string): unknown }): DestinationStream {
  return {
    write(line) {
      const { level, time, msg, err, ...rest } = JSON.parse(line) as Line;
      const label = pino.levels.labels[level] ?? '';
      const shown = label === 'info' ? '' : `${label}: `;
      const more = Object.entries(rest).map(([key, value]) => ` ${key}=${JSON.stringify(value)}`);
      const trace = isError(err) ? `\n${err.stack ?? err.message}` : '';
      out.write(`${time.slice(11, 19)} ${shown}${msg ?? ''}${more.join('')}${trace}\n`);
    },
  };
}

function isError(value: unknown): value is { message: string; stack?: string } {
  return typeof value === 'object' && value !== null && 'message' in value;
}

/** A log that says nothing, for tests and for commands whose output is for programs. */
export function silentLog(): Logger {
  return pino({ level: 'silent' });
}

import pg from 'pg';

/** Of an error only these are written down besides its name, words and place; all are codes. */
const codes = [
  'code',
  'errno',
  'syscall',
  'responseCode',
  'constraint',
  'table',
  'column',
] as const;

type Written = { type: string; message: string; stack: string } & Record<string, unknown>;

const longest = 1000;

/**
 * An error as the log may have it: what went wrong and where, and nothing of what people wrote.
 * PostgreSQL adds whole rows to its errors, mail servers the addresses that they refuse, and
 * parsers a piece of what they could not read.
 */
export function errorForLog(error: unknown): Written {
  if (!(error instanceof Error)) {
    return { type: typeof error, message: withoutPersonal(String(error)), stack: '' };
  }
  const parts = Object.fromEntries(
    codes.flatMap((name) => {
      const value: unknown = Reflect.get(error, name);
      return typeof value === 'string' || typeof value === 'number' ? [[name, value]] : [];
    }),
  );
  return { type: error.name, message: wordsOf(error), stack: stackOf(error), ...parts };
}

/** The words, with those of the causes behind them. */
function wordsOf(error: Error): string {
  const own = quotesInput(error)
    ? withoutPersonal(error.message).replaceAll(/"[^"]*"|'[^']*'|“[^”]*”/g, '[…]')
    : withoutPersonal(error.message);
  const { cause } = error;
  return cause instanceof Error && cause !== error ? `${own} (${wordsOf(cause)})` : own;
}

/** PostgreSQL's data exceptions (class 22), what triggers raise (P0), and parsers quote what they got. */
function quotesInput(error: Error): boolean {
  if (error instanceof pg.DatabaseError) return /^(22|P0)/.test(error.code ?? '');
  return error instanceof SyntaxError || error.name === 'ZodError';
}

function stackOf(error: Error): string {
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [`${error.name}: ${wordsOf(error)}`, ...frames].join('\n');
}

/** A sentence without addresses of people, keys, and links that open something. */
function withoutPersonal(text: string): string {
  return text
    .slice(0, longest)
    .replaceAll(/baton_[\w-]{20,}/g, '[key]')
    .replaceAll(/\/(welcome|c|f|reset)\/[\w.-]+/g, '/$1/[link]')
    .replaceAll(/[^\s<>"'(),;:]+@[^\s<>"'(),;:]+/g, '[address]');
}

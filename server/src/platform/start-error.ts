/**
 * Why Baton cannot start or a command cannot run, said in sentences for the person at the
 * terminal: printed without a stack trace. `exitCode` is 2 for wrong settings or arguments,
 * 1 otherwise.
 */
export class StartError extends Error {
  readonly exitCode: number;

  constructor(message: string, exitCode = 1, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StartError';
    this.exitCode = exitCode;
  }
}

/** The `code` of a system or database error (`ENOENT`, `42P04`), or undefined. */
export function errorCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

import { problem, type ProblemBody } from '@baton/contract';

/**
 * Why something was not done: a problem of the server (RFC 9457), or `unreachable` when no answer
 * came, or `unexpected` when the answer was not what the contract says.
 */
export class Refusal extends Error {
  readonly code: string;
  readonly status: number;
  readonly body: ProblemBody | null;

  constructor(code: string, status: number, body: ProblemBody | null = null, cause?: unknown) {
    super(body?.detail ?? body?.title ?? code, { cause });
    this.name = 'Refusal';
    this.code = code;
    this.status = status;
    this.body = body;
  }

  /** Whether the failure may pass by itself, so that trying again without a change makes sense. */
  get passing(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }
}

/** Whether `error` is a refusal with this code. */
export function isRefusal(error: unknown, code: string): error is Refusal {
  return error instanceof Refusal && error.code === code;
}

/** Reads the problem out of an answer that is not 2xx. */
export async function refusalOf(response: Response): Promise<Refusal> {
  return refusalIn(response.status, await response.json().catch(() => null));
}

/** The same of an answer that was read already. */
export function refusalIn(status: number, body: unknown): Refusal {
  const read = problem.safeParse(body);
  if (read.success) return new Refusal(read.data.code, status, read.data);
  return new Refusal(codeOfStatus(status), status);
}

/** A code for answers that come from a proxy, or from the sign-in, and carry no problem. */
function codeOfStatus(status: number): string {
  if (status === 401) return 'not_signed_in';
  if (status === 404) return 'not_found';
  if (status === 413) return 'too_large';
  if (status === 429) return 'too_many_requests';
  if (status === 502 || status === 503 || status === 504) return 'busy';
  return 'unexpected';
}

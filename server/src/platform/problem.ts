import {
  type FieldRefusal,
  problemStatuses,
  type ProblemBody,
  type ProblemCode,
} from '@baton/contract';

type Details = {
  /** What happened, what was kept and what to do, in one or two sentences. */
  detail?: string;
  /** For bad input: which fields, and what is wrong with each. */
  errors?: FieldRefusal[];
  cause?: unknown;
};

/**
 * The one error with which Baton refuses. Its code is stable and decides the HTTP status; the
 * detail is written for the person who reads it.
 */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly detail: string | undefined;
  readonly errors: FieldRefusal[] | undefined;

  constructor(code: ProblemCode, details: Details = {}) {
    super(details.detail ?? titleOf(code), { cause: details.cause });
    this.name = 'Problem';
    this.code = code;
    this.detail = details.detail;
    this.errors = details.errors;
  }

  get status(): number {
    return problemStatuses[this.code];
  }

  /** The problem as RFC 9457 writes it; `instance` is the path that was asked for. */
  toBody(instance: string): ProblemBody {
    return {
      type: `urn:baton:problem:${this.code}`,
      title: titleOf(this.code),
      status: this.status,
      code: this.code,
      ...(this.detail === undefined ? {} : { detail: this.detail }),
      instance,
      ...(this.errors === undefined ? {} : { errors: this.errors }),
    };
  }
}

function titleOf(code: ProblemCode): string {
  const words = code.replaceAll('_', ' ');
  return words[0]!.toUpperCase() + words.slice(1);
}

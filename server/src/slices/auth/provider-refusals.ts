import type { ProviderRefusal } from '@baton/contract';

/** Somebody did not come in by the identity provider; the sign-in page says why. */
export class NotComeIn extends Error {
  readonly refusal: ProviderRefusal;

  constructor(refusal: ProviderRefusal, cause?: unknown) {
    super(`Nobody came in by the identity provider: ${refusal}.`, { cause });
    this.name = 'NotComeIn';
    this.refusal = refusal;
  }
}

import { randomInt } from 'node:crypto';
import { sha256 } from './tokens.ts';

/** Letters and digits that are not mistaken for each other on paper. */
const alphabet = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';
const howMany = 10;

/** Fresh recovery codes: four groups of four, 78 bits each, so that a plain hash keeps them. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: howMany }, () =>
    Array.from({ length: 4 }, () =>
      Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join(''),
    ).join('-'),
  );
}

/** What is stored of a code; how it was typed (case, spaces, dashes) does not matter. */
export function hashOfRecoveryCode(code: string): string {
  return sha256(`recovery:${code.toUpperCase().replaceAll(/[\s-]/g, '')}`);
}

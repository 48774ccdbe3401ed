import { hash, verify } from '@node-rs/argon2';

/** argon2id at the least cost that OWASP names (19 MiB, two passes, one lane). */
const cost = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** The argon2id hash of a password, with its salt and cost, as one line of text. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, cost);
}

/** Whether `password` is the one that was hashed. */
export function isPassword(stored: string, password: string): Promise<boolean> {
  return verify(stored, password);
}

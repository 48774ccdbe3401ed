import { type Refusal, refuse } from '../../../kernel/decision.ts';
import type { CustomerFields } from './record.ts';

type Standing = { id: string; mergedInto: string | null };

/**
 * Whether one customer may be taken for another.
 * @returns null when they may
 */
export function refuseMerge(survivor: Standing, merged: Standing): Refusal | null {
  if (survivor.id === merged.id) return refuse('invalid_request', 'They are the same already.');
  if (survivor.mergedInto || merged.mergedInto) {
    return refuse('wrong_status', 'One of the two is part of another customer already.');
  }
  return null;
}

/** Fields that the survivor lacks and takes over; everything else stays as it is with each. */
export type Filled = Partial<Omit<CustomerFields, 'id' | 'name'>>;

const fillable = [
  ...(['spelling', 'formOfAddress', 'preferredWay', 'style', 'language', 'zone'] as const),
  ...(['organisation', 'tier', 'value'] as const),
];

/** What of a merged customer's record is taken over, where the survivor's is empty. */
export function filledBy(survivor: CustomerFields, merged: CustomerFields): Filled {
  const missing = fillable.filter((name) => survivor[name] === null && merged[name] !== null);
  return Object.fromEntries(missing.map((name) => [name, merged[name]]));
}

/** What was taken over and still stands as it came, and is therefore taken back (as null). */
export function emptiedOf(survivor: CustomerFields, filled: Filled): Filled {
  const names = fillable.filter((name) => name in filled && isSame(survivor[name], filled[name]));
  return Object.fromEntries(names.map((name) => [name, null]));
}

function isSame(one: unknown, other: unknown): boolean {
  if (one === null || typeof one !== 'object') return one === other;
  const entries = Object.entries(one);
  return entries.every(([name, value]) => Object(other)[name] === value);
}

/** A case of the survivor, about which is asked whose it is when the two are parted again. */
export type CaseOfBoth = {
  /** It was the merged customer's before. */
  cameAlong: boolean;
  openedAt: Date;
  /** The address from which it was opened, in small letters; null: by no mail. */
  openedBy: string | null;
  /** Somebody said after the merge that it is the survivor's. */
  setByHand: boolean;
};

/**
 * Whether a case goes (back) to the customer who is parted from the survivor: it came along, or it
 * was opened since from an address that is theirs again. What cannot be told stays.
 * @param addresses mail addresses that return, in small letters
 */
export function goesBack(one: CaseOfBoth, mergedAt: Date, addresses: ReadonlySet<string>): boolean {
  if (one.cameAlong) return true;
  if (one.setByHand || one.openedAt < mergedAt) return false;
  return one.openedBy !== null && addresses.has(one.openedBy);
}

import type { IntakeSaid } from '@baton/contract';

const who = new Set([
  'customer',
  'name',
  'spelling',
  'formOfAddress',
  'email',
  'phone',
  'language',
]);

/** Whether more was said than who it is; that is known of them in any case. */
export function saysMore(said: IntakeSaid): boolean {
  return Object.entries(said).some(
    ([part, value]) => !who.has(part) && value !== null && value.length > 0,
  );
}

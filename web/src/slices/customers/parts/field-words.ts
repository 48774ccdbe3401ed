import type { TFunction } from 'i18next';

const fields = [
  ...(['name', 'spelling', 'formOfAddress', 'preferredWay', 'style', 'language', 'zone'] as const),
  ...(['organisation', 'tier', 'value', 'merged', 'mergedInto', 'review', 'reviewOn'] as const),
];
const kinds = ['mail', 'phone', 'handle'] as const;

/** What a field of a record is called. */
export function fieldWords(t: TFunction, field: string): string {
  const known = fields.find((one) => one === field);
  if (known) return t(`customers.${known}`);
  const kind = kinds.find((one) => one === field);
  return kind ? t(`customers.kind.${kind}`) : field;
}

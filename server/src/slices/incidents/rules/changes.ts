import type { AuditEntry } from '@baton/contract';

type Change = AuditEntry['changes'][number];

/** Of no use to whoever reads what was changed. */
const left = new Set([
  ...['id', 'version', 'createdAt', 'updatedAt', 'changedAt', 'secretsChanged'],
  // What follows from other settings or from use, and nobody set.
  ...['effective', 'hasMailbox', 'present', 'absentUntil', 'used', 'unchanged', 'lastUsedAt'],
]);

/** What differs between two views of a setting, field by field; null stands for nothing. */
export function changesBetween(before: unknown, after: unknown): Change[] {
  const [was, is] = [fieldsOf(before), fieldsOf(after)];
  const names = new Set([...Object.keys(was), ...Object.keys(is)]);
  const changed = [...names]
    .filter((name) => !left.has(name))
    .map((field) => ({ field, from: was[field] ?? null, to: is[field] ?? null, secret: false }))
    .filter(({ from, to }) => JSON.stringify(from) !== JSON.stringify(to));
  const { secretsChanged } = is;
  const secrets = Array.isArray(secretsChanged) ? secretsChanged.map(String) : [];
  return [...changed, ...secrets.map((field) => ({ field, from: null, to: null, secret: true }))];
}

/** What was done to it as a whole. */
export function actBetween(before: unknown, after: unknown): AuditEntry['act'] {
  if (before === null) return 'made';
  return after === null ? 'removed' : 'changed';
}

/** What a setting calls itself. */
export function nameIn(view: unknown): string | null {
  const { name, domain, sender, address } = fieldsOf(view);
  const found = [name, domain, sender, address].find((one) => typeof one === 'string');
  return typeof found === 'string' ? found : null;
}

function fieldsOf(view: unknown): Record<string, unknown> {
  if (view === null || typeof view !== 'object') return {};
  return view as Record<string, unknown>;
}

/** `before` with the fields that `change` names; fields that it leaves out stay as they were. */
export function withChanges<T extends object>(
  before: T,
  change: { [K in keyof T]?: T[K] | undefined },
): T {
  const named = Object.entries(change).filter(([, value]) => value !== undefined);
  return { ...before, ...Object.fromEntries(named) };
}

const keepers = new Set<() => Promise<void>>();

/** Says how what is kept by itself while one types is kept now; called once by what keeps it. */
export function onKeeping(keep: () => Promise<void>): void {
  keepers.add(keep);
}

/** Keeps all of it, while whoever typed it is still signed in. */
export async function keepNow(): Promise<void> {
  await Promise.all([...keepers].map((keep) => keep()));
}

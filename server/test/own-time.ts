/**
 * The processor time in milliseconds that this thread has used. Bounds are held against it, and not
 * against the clock on the wall: a machine with other work takes longer and is no slower for it.
 */
export function ownMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

import { spawnSync } from 'node:child_process';
import { chown, readFile, stat } from 'node:fs/promises';

/** The user under whom PostgreSQL runs; undefined means: as ourselves. */
export type RunAs = { uid: number; gid: number } | undefined;

/** Whether this process is root, as whom PostgreSQL refuses to run. */
export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** The user `nobody`, under whom root's PostgreSQL runs. */
export async function nobody(): Promise<RunAs> {
  const passwd = await readFile('/etc/passwd', 'utf8').catch(() => '');
  const fields = /^nobody:[^:]*:(\d+):(\d+):/m.exec(passwd);
  return { uid: Number(fields?.[1] ?? 65534), gid: Number(fields?.[2] ?? 65534) };
}

/** The owner of `path`, when we are root and must become that user to work with it. */
export async function ownerOf(path: string): Promise<RunAs> {
  if (!isRoot()) return undefined;
  const { uid, gid } = await stat(path);
  return { uid, gid };
}

/** Gives `path` to that user (nothing to do when PostgreSQL runs as ourselves). */
export async function giveTo(runAs: RunAs, path: string): Promise<void> {
  if (runAs) await chown(path, runAs.uid, runAs.gid);
}

/**
 * Whether that user can enter the folder (or execute the file) at `path`. Tried for real, since
 * mode bits alone do not tell (every parent folder counts, and access lists do).
 */
export function canEnter(runAs: RunAs, path: string): boolean {
  return spawnSync('test', ['-x', path], { ...runAs, cwd: '/', stdio: 'ignore' }).status === 0;
}

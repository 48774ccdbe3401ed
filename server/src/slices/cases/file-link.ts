import { plus } from '../../kernel/instant.ts';
import { dayMs } from '../../kernel/duration.ts';
import type { Deps } from '../../platform/context.ts';
import { shortSignature } from '../../platform/secret.ts';

/** A customer may be away for a holiday; then the agent sends the file once more. */
const validMs = 30 * dayMs;

/**
 * The address at which a file can be fetched that was too large for a mail, and until when: signed,
 * for this one file, without signing in.
 */
export function fileLink(
  { secrets, settings }: Pick<Deps, 'secrets' | 'settings'>,
  fileId: string,
  sentAt: Date,
): { url: string; until: Date } {
  const until = plus(sentAt, validMs);
  const said = `${fileId}.${Math.floor(until.getTime() / 1000)}`;
  const signature = shortSignature(secrets.sign('file-link', said));
  return { url: `${settings.publicUrl}/f/${said}.${signature}`, until };
}

/** The id of the file to which the last part of such an address leads; null: forged, or over. */
export function fileOfLink(
  { secrets }: Pick<Deps, 'secrets'>,
  token: string,
  now: Date,
): string | null {
  const found = /^([0-9a-f-]{36})\.(\d{1,12})\.([0-9a-f]{32})$/.exec(token);
  if (!found) return null;
  const [, fileId, seconds, given] = found;
  const signatures = secrets.signAll('file-link', `${fileId}.${seconds}`).map(shortSignature);
  const valid = signatures.includes(given!) && Number(seconds) * 1000 > now.getTime();
  return valid ? fileId! : null;
}

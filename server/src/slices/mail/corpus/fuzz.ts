import type { Storage } from '../../../platform/storage.ts';
import { writerOf } from '../rules/automatic.ts';
import { bounceOf } from '../rules/bounce.ts';
import { fingerprintOf } from '../rules/fingerprint.ts';
import { loopOf } from '../rules/loop.ts';
import { correspondent } from '../rules/ours.ts';
import { copiedIn } from '../rules/participants.ts';
import { readLetter } from '../transport/read-letter.ts';
import { type Chance, mutate } from './mutate.ts';

/** A bound against squares and worse, not a measurement. */
const bearableMs = 10_000;

const ours = new Set(['support@acme.example']);
const envelope = { from: 'somebody@corpus.example', recipients: ['support@acme.example'] };

/**
 * Spoils a mail of the corpus and reads it.
 * @throws what a reader of mail must never do, with the mail in base64
 */
export async function readSpoilt(storage: Storage, mails: Buffer[], chance: Chance): Promise<void> {
  const pick = () => mails[Math.floor(chance() * mails.length)]!;
  const raw = mutate(pick(), pick(), chance);
  const begun = performance.now();
  try {
    await read(storage, raw);
    const ms = performance.now() - begun;
    if (ms > bearableMs) throw new Error(`took ${ms} ms`);
  } catch (cause) {
    throw new Error(`A mail was read wrongly: ${raw.toString('base64')}`, { cause });
  }
}

async function read(storage: Storage, raw: Buffer): Promise<void> {
  const stored = await storage.put(raw);
  const original = {
    ...stored,
    name: 'original.eml',
    type: 'message/rfc822',
    inlineId: null,
    beginning: null,
  };
  const { letter, parts, files } = await readLetter({ storage }, original);
  const texts = [letter.subject, letter.text, parts.fresh, parts.quoted, parts.signature];
  for (const text of texts) {
    if (text === null) continue;
    if (!text.isWellFormed()) throw new Error('half a character in a text');
    if (/[\u0000\ue000-\ue002]/.test(text)) throw new Error('a mark or null in a text');
  }
  for (const { name } of files) if (!name || name.length > 200) throw new Error('a wrong name');
  const sender = correspondent(letter, envelope, ours).address;
  for (const rule of [writerOf, copied, loop]) rule(letter, envelope, ours);
  bounceOf(letter, envelope);
  fingerprintOf(letter, sender);

  function copied() {
    copiedIn(letter, sender, ours);
  }
  function loop() {
    loopOf(letter, ours, 'installation');
  }
}

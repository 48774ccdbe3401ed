import { isMailerDaemon } from './address.ts';
import { headerOf, type Envelope, type Letter } from './letter.ts';

/** What a returned message says about one that we sent. */
export type Bounce = {
  /** `failed`: will not arrive. `delayed`: still tried. `delivered`: arrived. */
  fate: 'failed' | 'delayed' | 'delivered';
  /** In the words of the server that reports. */
  words: string | null;
};

const failureSubjects =
  /undeliver|delivery (status|failure|has failed|incomplete|problem)|delivery notification|mail delivery|returned mail|failure notice|returned to sender|could not be delivered|не доставлен|недоставлен|kézbesíthetetlen|nelivrat|退信|系统退信|kunne ikke leveres|unzustellbar|non remis/i;

/**
 * Tells a bounce: a delivery status notification (RFC 3464), or what servers sent before and
 * beside it. Null when the message is none.
 */
export function bounceOf(letter: Letter, envelope: Envelope): Bounce | null {
  if (letter.report || letter.reportType === 'delivery-status') return byReport(letter);
  const from = letter.from?.address ?? envelope.from;
  const fromDaemon = from === '' || isMailerDaemon(from);
  const failed =
    headerOf(letter, 'x-failed-recipients') !== null || failureSubjects.test(letter.subject);
  const nullPath = envelope.from === '' || isMailerDaemon(envelope.from);
  if (!(nullPath && fromDaemon) && !(failed && (fromDaemon || nullPath))) return null;
  const warning = /delayed|warning|verzögert|késik/i.test(letter.subject);
  return { fate: warning ? 'delayed' : 'failed', words: firstWords(letter.text) };
}

function byReport(letter: Letter): Bounce | null {
  const { action = null, status = null, diagnostic = null } = letter.report ?? {};
  const words = diagnostic ?? status ?? firstWords(letter.text);
  if (action === 'delayed') return { fate: 'delayed', words };
  // RFC 3464 §2.3.3: relayed and expanded leave our sight; nothing failed.
  if (action === 'delivered' || action === 'relayed' || action === 'expanded') {
    return { fate: 'delivered', words };
  }
  return { fate: status?.startsWith('4') && action === null ? 'delayed' : 'failed', words };
}

function firstWords(text: string): string | null {
  const words = text.replace(/\s+/g, ' ').trim().slice(0, 300);
  return words === '' ? null : words;
}

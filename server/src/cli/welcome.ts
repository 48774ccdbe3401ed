import type { Logger } from '../platform/log.ts';
import type { Settings } from '../platform/settings.ts';

/**
 * Says where Baton listens: a few lines at a terminal, one line of JSON for programs.
 * `ports` are those that were taken (the settings may leave the choice to the system); `link` lets
 * the first administrator in, once.
 */
export function welcome(
  log: Logger,
  settings: Settings,
  ports: { http: number; smtp: number },
  link: string | null,
): void {
  const desk = settings.port === 0 ? `http://localhost:${ports.http}` : settings.publicUrl;
  const mailIn = `smtp://${settings.smtpHost}:${ports.smtp}`;
  const mailOut = settings.smtpUrl
    ? `by ${URL.parse(settings.smtpUrl)?.host}`
    : 'by the relays of the brands, else held in the outbox: SMTP_URL is not set';
  if (!process.stdout.isTTY) {
    const more = link ? { firstAdministrator: link } : {};
    log.info({ desk, mailIn, mailOut, ...more }, 'Baton is ready.');
    return;
  }
  const lines = [
    'Baton is ready.',
    '',
    `  Desk       ${desk}`,
    `  Mail in    ${mailIn}`,
    `  Mail out   ${mailOut}`,
    ...(link
      ? ['', '  Nobody can sign in yet. Open this link, which works once:', `  ${link}`]
      : []),
    '',
    '  Stop with Ctrl-C.',
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

import type { Mailbox, MailboxSettings } from '@baton/contract';
import { type LoginFields, loginFieldsOf, loginOf } from './login-fields.ts';

/** The form of a mailbox as it is typed: all texts. */
export type MailboxFields = LoginFields &
  Record<'host' | 'port' | 'security' | 'username' | 'folder' | 'afterReading' | 'moveTo', string>;

export function fieldsOf(mailbox: Mailbox | undefined, address: string): MailboxFields {
  return {
    host: mailbox?.host ?? '',
    port: String(mailbox?.port ?? 993),
    security: mailbox?.security ?? 'tls',
    username: mailbox?.username ?? address,
    folder: mailbox?.folder ?? 'INBOX',
    afterReading: mailbox?.afterReading ?? 'leave',
    moveTo: mailbox?.moveTo ?? '',
    ...loginFieldsOf(mailbox?.login),
  };
}

/** What is sent of it. */
export function settingsOf(fields: MailboxFields): MailboxSettings {
  return {
    host: fields.host.trim(),
    port: Number(fields.port),
    security: fields.security as MailboxSettings['security'],
    username: fields.username,
    folder: fields.folder,
    afterReading: fields.afterReading as MailboxSettings['afterReading'],
    moveTo: fields.moveTo || null,
    login: loginOf(fields),
  };
}

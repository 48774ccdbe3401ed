export { checks } from './checks.ts';
export { correspondenceOf } from './commands/correspondence.ts';
export { foundChannel } from './commands/found-channel.ts';
export { mailTasks, startMailUpkeep } from './jobs.ts';
export { startMailboxes } from './transport/imap/mailboxes.ts';
export { startAgentMail } from './agent-mail.ts';
export { startInboundSmtp } from './transport/inbound-smtp.ts';
export { routes } from './routes.ts';
export { contentsInUse } from './store/contents.ts';

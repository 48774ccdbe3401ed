import { blockedSender, blockedSenderPage, mailSettings } from '@baton/contract';
import { queryOptions } from '@tanstack/react-query';
import { ask, tell } from '../../api/client.ts';
import { askAll } from '../../api/pages.ts';

/** Whose mail is set aside, by address; `@domain` stands for all of a domain. */
export const blockedSendersQuery = queryOptions({
  queryKey: ['mail', 'blocked-senders'],
  queryFn: ({ signal }) => askAll(blockedSenderPage, '/api/mail/blocked-senders', signal),
});

export const blockSender = (sender: string) =>
  ask(blockedSender, '/api/mail/blocked-senders', { method: 'POST', body: { sender } });
export const unblockSender = (sender: string) =>
  tell(`/api/mail/blocked-senders/${encodeURIComponent(sender)}`, { method: 'DELETE' });

/** Hosts whose word on a sender is believed, by the name that they give themselves. */
export const trustHosts = (trustedHosts: string[]) =>
  ask(mailSettings, '/api/mail/settings', { method: 'PATCH', body: { trustedHosts } });

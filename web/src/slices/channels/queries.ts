import {
  brandPage,
  channel,
  channelProbe,
  channelTest,
  leftovers,
  mailbox,
  type MailboxSettings,
} from '@baton/contract';
import { queryOptions } from '@tanstack/react-query';
import { ask, tell } from '../../api/client.ts';
import { askAll } from '../../api/pages.ts';

const everyMs = 5_000;
const base = '/api/mail/channels';

export const brandsQuery = queryOptions({
  queryKey: ['brands'],
  queryFn: ({ signal }) => askAll(brandPage, '/api/brands', signal),
  staleTime: 60_000,
});

/** One channel with its health; looked at again every few seconds. */
export const channelQuery = (id: string) =>
  queryOptions({
    queryKey: ['mail', 'channels', id],
    queryFn: ({ signal }) => ask(channel, `${base}/${id}`, { signal }),
    refetchInterval: everyMs,
  });

/** The mailbox of a channel that has one. */
export const mailboxQuery = (id: string) =>
  queryOptions({
    queryKey: ['mail', 'channels', id, 'mailbox'],
    queryFn: ({ signal }) => ask(mailbox, `${base}/${id}/mailbox`, { signal }),
    refetchInterval: everyMs,
  });

export const probeQuery = (id: string) =>
  queryOptions({
    queryKey: ['mail', 'channels', id, 'probe'],
    queryFn: ({ signal }) => ask(channelProbe, `${base}/${id}/probe`, { signal }),
    refetchInterval: everyMs,
  });

export const leftoversQuery = (id: string) =>
  queryOptions({
    queryKey: ['mail', 'channels', id, 'leftovers'],
    queryFn: ({ signal }) => ask(leftovers, `${base}/${id}/leftovers`, { signal }),
  });

/** What people set of a channel. */
export type ChannelFields = {
  name: string;
  address: string;
  aliases: string[];
  brand?: string;
  team: string | null;
  topic: string | null;
  language: string | null;
};

export const addChannel = (body: ChannelFields) => ask(channel, base, { method: 'POST', body });
export const changeChannel = (id: string, body: Partial<ChannelFields> & { replyKind?: string }) =>
  ask(channel, `${base}/${id}`, { method: 'PATCH', body });
/** Takes away a channel through which nothing came. */
export const removeChannel = (id: string) => tell(`${base}/${id}`, { method: 'DELETE' });
export const saveMailbox = (id: string, body: MailboxSettings) =>
  ask(mailbox, `${base}/${id}/mailbox`, { method: 'PUT', body });
export const removeMailbox = (id: string) => tell(`${base}/${id}/mailbox`, { method: 'DELETE' });
/** Tries settings that are not saved. */
export const tryMailbox = (id: string, settings: MailboxSettings) =>
  ask(channelTest, '/api/mail/mailbox-tests', {
    method: 'POST',
    body: { ...settings, channel: id },
  });
export const testChannel = (id: string) =>
  ask(channelTest, `${base}/${id}/test`, { method: 'POST', body: {} });
export const pauseChannel = (id: string, paused: boolean) =>
  ask(channel, `${base}/${id}/${paused ? 'pause' : 'resume'}`, { method: 'POST', body: {} });
export const probeChannel = (id: string) =>
  ask(channelProbe, `${base}/${id}/probe`, { method: 'POST', body: {} });
export const fetchOlder = (id: string, since: string) =>
  ask(mailbox, `${base}/${id}/older`, { method: 'POST', body: { since } });
export const seenLeftover = (id: string, leftover: string) =>
  tell(`${base}/${id}/leftovers/${leftover}`, { method: 'DELETE' });

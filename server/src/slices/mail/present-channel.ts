import type {
  Channel,
  ChannelProbe,
  ChannelTest,
  ChannelTrouble as ShownTrouble,
  ChannelTroubleCode,
  Leftover as ShownLeftover,
  Mailbox,
  ShownLogin,
} from '@baton/contract';
import type { Tested } from './commands/test-channel.ts';
import { healthOf } from './rules/channel-health.ts';
import { probeState, suggestedKind } from './rules/probe.ts';
import { troubleWords } from './rules/trouble-words.ts';
import type { ChannelWithNames } from './store/channels.ts';
import type { Leftover } from './store/leftovers.ts';
import type { ProbeRow } from './store/probes.ts';
import type { MailboxRow } from './store/mailboxes.ts';
import type { SealedLogin } from './transport/credentials.ts';

type HealthRow = Pick<
  ChannelWithNames,
  | 'pausedAt'
  | 'mailbox'
  | 'trouble'
  | 'troubleSaid'
  | 'troubleSince'
  | 'checkedAt'
  | 'lastMessageAt'
>;

export function presentHealth(row: HealthRow, now: Date): Channel['health'] {
  const { pausedAt, mailbox, lastMessageAt, checkedAt } = row;
  const { state, trouble } = healthOf({ pausedAt, mailbox: mailbox === null ? null : row }, now);
  const said = row.trouble === trouble?.code ? row.troubleSaid : null;
  return {
    state,
    trouble: trouble && {
      ...presentTrouble({ code: trouble.code, said }),
      since: trouble.since.toISOString(),
    },
    pausedSince: pausedAt?.toISOString() ?? null,
    lastMessageAt: lastMessageAt?.toISOString() ?? null,
    lastAnswerAt: checkedAt?.toISOString() ?? null,
  };
}

export function presentTrouble({ code, said }: { code: ChannelTroubleCode; said: string | null }) {
  return { code, sentence: troubleWords[code], said } satisfies ShownTrouble;
}

export function presentMailbox(row: MailboxRow): Mailbox {
  return {
    host: row.host,
    port: row.port,
    security: row.security as Mailbox['security'],
    username: row.username,
    folder: row.folder,
    afterReading: row.after_reading as Mailbox['afterReading'],
    moveTo: row.move_to,
    login: presentLogin(row),
    readingSince: row.reading_since.toISOString(),
    connectedAt: row.connected_at?.toISOString() ?? null,
    older: olderOf(row),
  };
}

/** How somebody signs in, without the secrets. */
export function presentLogin(row: SealedLogin & { secret_set_at: Date }): ShownLogin {
  const setAt = row.secret_set_at.toISOString();
  if (row.auth === 'password') return { kind: 'password', setAt };
  return {
    kind: 'oauth2',
    tokenUrl: row.token_url ?? '',
    grant: row.token_grant as 'refresh_token' | 'client_credentials',
    clientId: row.client_id ?? '',
    hasClientSecret: row.client_secret_sealed !== null,
    hasRefreshToken: row.refresh_token_sealed !== null,
    scope: row.scope,
    setAt,
  };
}

function olderOf(row: MailboxRow): Mailbox['older'] {
  if (!row.older_since || !row.older_asked_at) return null;
  return {
    since: row.older_since.toISOString(),
    askedAt: row.older_asked_at.toISOString(),
    total: row.older_total,
    done: row.older_done,
    finishedAt: row.older_finished_at?.toISOString() ?? null,
  };
}

export function presentTest({ mailbox, relay }: Tested): ChannelTest {
  return {
    mailbox: mailbox && {
      messages: mailbox.messages,
      folders: mailbox.folders,
      trouble: mailbox.trouble && presentTrouble(mailbox.trouble),
    },
    relay: relay && { trouble: relay.trouble && presentTrouble(relay.trouble) },
  };
}

export function presentProbe(rows: readonly ProbeRow[], now: Date): ChannelProbe {
  return {
    askedAt: rows[0]?.askedAt.toISOString() ?? null,
    letters: rows.map((row) => ({
      kind: row.kind,
      address: row.address,
      state: probeState(row, now),
      said: row.refused,
      arrivedAt: row.arrivedAt?.toISOString() ?? null,
    })),
    suggested: suggestedKind(rows, now),
  };
}

export function presentLeftover(row: Leftover): ShownLeftover {
  return {
    id: row.id,
    reason: row.reason,
    size: row.size,
    sender: row.sender,
    subject: row.subject,
    foundAt: row.foundAt.toISOString(),
  };
}

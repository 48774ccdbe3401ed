import type {
  Case,
  CaseEventShape,
  CaseItem,
  ClockInFull,
  FileShape,
  Letter,
  Message,
  Offer,
  TeamLoad,
} from '@baton/contract';
import { formatDuration } from '../../kernel/duration.ts';
import type { Db, Tx } from '../../platform/context.ts';
import { presentValue } from '../customers/index.ts';
import { shown } from '../../platform/formatted/index.ts';
import type { LetterOfMessage } from '../letters/index.ts';
import { explainAhead, explainClock, explainInFull } from './rules/explain-clock.ts';
import type { House } from './rules/house.ts';
import { remainingMs } from './rules/clock.ts';
import { priorityAt, priorityReasons } from './rules/priority.ts';
import type { CaseState } from './rules/state.ts';
import type { MemberLoadRow } from './store/load.ts';
import type { OfferRow } from './store/offers.ts';
import { messageById, type messagesOfCase } from './store/messages.ts';
import type { eventsOfCase, ItemRow, ShownRow } from './store/read.ts';
import { type ItemState, itemStateOf, stateOf } from './store/rows.ts';

/** A case as the API shows it, at the instant `now`. */
export function presentCase(row: ShownRow, house: House, now: Date): Case {
  return {
    ...presentItem(row, house, now),
    clock: presentClock(stateOf(row), house, now),
    customer: presentGlance(row),
    followers: row.followers.map(({ id, name }) => ({ id, name })),
    links: row.links.map(({ id, number, why }) => ({ id, number, why })),
    handover: presentHandover(row),
    moves: row.moves,
  };
}

function presentGlance({ customer_id: id, customer_name: name, customer }: ShownRow) {
  const { spelling, formOfAddress, tierId, tierName } = customer;
  const tier = tierId === null ? null : { id: tierId, name: tierName ?? '' };
  return { id, name, spelling, formOfAddress, tier, value: presentValue(customer) };
}

/** A case as lists show it: without what only whoever opened it reads. */
export function presentItem(row: ItemRow, house: House, now: Date): CaseItem {
  const state = itemStateOf(row);
  return {
    id: row.id,
    number: row.number,
    subject: row.subject,
    status: state.status,
    ownerAbsent: row.owner_absent,
    owner: row.owner_id ? { id: row.owner_id, name: row.owner_name ?? '' } : null,
    level: row.level,
    team: { id: row.team_id, name: row.team_name },
    customer: { id: row.customer_id, name: row.customer_name },
    brand: { id: row.brand_id, name: row.brand_name },
    topic: row.topic_id ? { id: row.topic_id, name: row.topic_name ?? '' } : null,
    urgency: state.urgency,
    highStakes: state.highStakes,
    deadline: state.deadline && {
      at: state.deadline.at.toISOString(),
      missedAt: state.deadline.missedAt?.toISOString() ?? null,
    },
    postponed: row.postponed,
    priority: { at: priorityAt(state).toISOString(), reasons: priorityReasons(state) },
    openedAt: row.opened_at.toISOString(),
    clock: clockItem(state, house, now),
    firstReply: {
      due: row.first_reply_due.toISOString(),
      metAt: row.first_reply_met_at?.toISOString() ?? null,
      missedAt: row.first_reply_missed_at?.toISOString() ?? null,
    },
    solvedAt: row.solved_at?.toISOString() ?? null,
    closedAt: row.closed_at?.toISOString() ?? null,
    confirmed: row.confirmed,
    remindsAt: row.remind_at?.toISOString() ?? null,
    mayBeThanks: row.reopening !== null,
    setAsideReason: row.set_aside_reason,
    mergedInto: row.merged_into,
    lastMessage: row.last_message && {
      at: new Date(row.last_message.at).toISOString(),
      direction: row.last_message.direction,
      preview: row.last_message.preview,
    },
    version: row.version,
  };
}

function presentHandover({ handover, handover_seq: seq, taken_at }: ShownRow): Case['handover'] {
  if (!handover || seq === null) return null;
  return {
    seq,
    at: new Date(handover.at).toISOString(),
    direction: handover.direction,
    reason: handover.reason,
    from: { id: handover.from, name: handover.fromName },
    summary: handover.summary,
    marked: handover.marked,
    takenAt: taken_at?.toISOString() ?? null,
  };
}

/** The clock with its explanation, at the instant `now`. */
export function presentClock(state: CaseState, house: House, now: Date): Case['clock'] {
  return {
    ...clockItem(state, house, now),
    explanation: explainClock(state.clock, house.ruleOf(state), state.status, now),
  };
}

/** The clock with every stretch, until `now` and from there to the due instant. */
export function presentClockInFull(
  state: CaseState,
  house: House,
  now: Date,
  nameOf: (day: string) => string,
): ClockInFull {
  const rule = house.ruleOf(state);
  const { due } = state.clock;
  return {
    ...presentClock(state, house, now),
    lines: explainInFull(state.clock, rule, state.status, now, nameOf),
    ahead: due && due > now ? explainAhead(rule, now, due, nameOf) : [],
  };
}

function clockItem(state: ItemState, house: House, now: Date): CaseItem['clock'] {
  const { clock } = state;
  const left = remainingMs(clock, house.ruleOf(state), now);
  return {
    startedAt: clock.startedAt.toISOString(),
    holdingTime: formatDuration(clock.holdingMs),
    due: clock.due?.toISOString() ?? null,
    pausedSince: clock.pausedAt?.toISOString() ?? null,
    remaining: state.status === 'merged' ? null : formatDuration(left),
    resumesAt: state.resumeAt?.toISOString() ?? null,
    closesAt: state.closeAt?.toISOString() ?? null,
  };
}

type MessageRow = Awaited<ReturnType<typeof messagesOfCase>>[number];

/** A message as the API shows it. */
export function presentMessage(row: MessageRow): Message {
  return {
    id: row.id,
    case: row.case_id,
    seq: row.seq,
    at: row.at.toISOString(),
    direction: row.direction as Message['direction'],
    kind: row.kind,
    author: {
      kind: row.author_kind as Message['author']['kind'],
      id: row.author_id,
      name: row.agent_name ?? row.author_name ?? row.customer_name,
      address: row.author_address,
    },
    subject: row.subject,
    text: row.text,
    html: row.html && shown(row.html, pictureAddress),
    quoted: row.quoted,
    signature: row.signature,
    language: row.language,
    automatic: row.automatic,
    files: row.files.filter((file) => !isPictureIn(row, file)).map(presentFile),
    letter: row.letter && presentLetter(row.letter),
    delivery: presentDelivery(row),
    inbound: row.inbound_id ?? row.original_inbound,
    copiedFrom: row.copied_from,
    copiedTo: row.copied_to,
    notBefore: row.not_before?.toISOString() ?? null,
    withdrawnAt: row.withdrawn_at?.toISOString() ?? null,
    written: row.written && presentWritten(row.written),
    stranger: row.author_kind === 'stranger' ? strangerOf(row.stranger) : null,
  };
}

function presentWritten({ template, unchanged, hints }: NonNullable<Message['written']>) {
  return { template: template && { id: template.id, name: template.name }, unchanged, hints };
}

function presentLetter({ ready, plain, height, cut, pictures }: LetterOfMessage): Letter {
  const { unasked, loading, failed } = pictures;
  return { ready, plain, height, cut, pictures: { unasked, loading, failed } };
}

/** Where the desk fetches a picture that stands in a text. */
function pictureAddress(fileId: string): string {
  return `/api/files/${fileId}/content?show=true`;
}

function isPictureIn({ html }: { html: string | null }, file: { id: string }): boolean {
  return html?.includes(`data-file="${file.id}"`) ?? false;
}

function strangerOf(said: string | null): Message['stranger'] {
  return said === 'admitted' || said === 'turned_away' ? said : 'unknown';
}

/** A file as the API shows it; `size` in bytes. */
export function presentFile(file: FileShape): FileShape {
  return { id: file.id, name: file.name, type: file.type, size: file.size, sha256: file.sha256 };
}

function presentDelivery(row: MessageRow): Message['delivery'] {
  if (!row.outbound_id || !row.delivery_state || !row.delivery_at) return null;
  return {
    id: row.outbound_id,
    state: row.delivery_state as NonNullable<Message['delivery']>['state'],
    reason: row.delivery_reason,
    at: row.delivery_at.toISOString(),
  };
}

type EventRow = Awaited<ReturnType<typeof eventsOfCase>>[number];

/** An event as the API shows it. */
export function presentEvent(row: EventRow): CaseEventShape {
  return {
    seq: row.seq,
    at: row.at.toISOString(),
    kind: row.kind,
    actor: {
      kind: row.actor_kind as CaseEventShape['actor']['kind'],
      id: row.actor_id,
      name: row.actor_name,
    },
    rule: row.rule_id && row.rule_version ? { id: row.rule_id, version: row.rule_version } : null,
    data: row.data as Record<string, unknown>,
  };
}

/** A case that is offered back, as the API shows it. */
export function presentOffer(row: OfferRow): Offer {
  return {
    case: {
      id: row.case_id,
      number: row.number,
      subject: row.subject,
      due: row.due_at?.toISOString() ?? null,
    },
    before: { id: row.before_id, name: row.before_name },
    holder: { id: row.holder_id, name: row.holder_name },
    movedAt: row.moved_at.toISOString(),
  };
}

/** The load of a team, as the API shows it. */
export function presentLoad(team: { id: string; name: string }, rows: MemberLoadRow[]): TeamLoad {
  const members = rows.map((row) => ({
    agent: { id: row.id, name: row.name },
    present: row.present,
    absentUntil: row.absent_until?.toISOString() ?? null,
    capacity: row.capacity,
    openInTeam: row.open_in_team,
    open: row.open,
    waiting: row.waiting,
    dueToday: row.due_today,
    solvedToday: row.solved_today,
    full: row.open_in_team >= row.capacity,
  }));
  const full = members.filter(({ present }) => present).every((one) => one.full);
  return { team: { id: team.id, name: team.name }, full, members };
}

/** What the mail needs in order to send a message; null when there is no such message. */
export async function messageToSend(db: Db | Tx, id: string) {
  const row = await messageById(db, id);
  if (!row) return null;
  return {
    id: row.id,
    caseId: row.case_id,
    kind: row.kind,
    direction: row.direction as Message['direction'],
    subject: row.subject,
    text: row.text,
    html: row.html,
    language: row.language,
    authorName: row.agent_name ?? row.author_name,
    authorSignature: row.agent_signature,
    automatic: row.automatic,
    at: row.at,
    files: row.files,
    notBefore: row.not_before,
    withdrawn: row.withdrawn_at !== null,
  };
}

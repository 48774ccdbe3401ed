import { answerReasons, urgencies, type CaseEventKind, type CaseEventShape } from '@baton/contract';
import type { TFunction } from 'i18next';
import { reasonWords } from './reason-words.ts';

export type Saying = {
  t: TFunction;
  event: CaseEventShape;
  actor: string;
  /** Reads a value of the event that is a text; empty when it is none. */
  text: (key: string) => string;
  agent: (key: string) => string;
  time: (key: string) => string;
  length: (key: string) => string;
  topic: (key: string) => string;
  rule: (key: string) => string;
  /** How many there are of what the event lists. */
  count: (key: string) => number;
  reason: (code: string) => string;
};

/** Each kind of fact in a sentence, whether the conversation says it or the message that shows it. */
export const sentences: Record<CaseEventKind, (say: Saying) => string> = {
  opened,
  message_received: ({ t, event }) =>
    t(event.data['automatic'] === true ? 'happened.automaticCame' : 'happened.messageCame'),
  message_brought: ({ t, actor }) => t('happened.brought', { actor }),
  replied: ({ t, actor }) => t('happened.replied', { actor }),
  noted: ({ t, actor }) => t('happened.noted', { actor }),
  customer_told: ({ t }) => t('happened.customerTold'),
  first_reply_met: ({ t }) => t('happened.firstReplyMet'),
  warned: ({ t, event }) => t(warned(event.data['nth'])),
  reminded: ({ t }) => t('happened.reminded'),
  call_logged: ({ t, actor }) => t('happened.callLogged', { actor }),
  handed_over: handedOver,
  owner_absent: ({ t, agent }) => t('event.ownerAbsent', { owner: agent('owner') }),
  lapsed: ({ t, agent }) => t('event.lapsed', { owner: agent('owner') }),
  accountability_opened: ({ t, agent }) =>
    t('event.accountability', { agent: agent('answerable') }),
  withdrawn: ({ t, actor, text }) =>
    t(text('about') === 'solution' ? 'takeBack.solution' : 'takeBack.reply', { actor }),
  waiting_began: ({ t, time }) => t('event.waiting', { until: time('until') }),
  resumed: ({ t, text, actor }) =>
    text('by') === 'agent'
      ? t('event.resumedByAgent', { actor })
      : t(text('by') === 'customer' ? 'event.resumedByCustomer' : 'event.resumedByTime'),
  solved: ({ t, time }) => t('event.solved', { closes: time('closeAt') }),
  closed: ({ t, event }) =>
    t(event.data['confirmed'] === true ? 'event.closedConfirmed' : 'event.closed'),
  reopened: ({ t, text, actor }) => {
    if (text('by') !== 'customer') return t('event.reopenedByAgent', { actor });
    // Without a message that did it, they said so on their page.
    return text('because') ? t('event.reopenedByCustomer') : t('ending.denied');
  },
  thanked: ({ t, actor }) => t('ending.thanked', { actor }),
  task_asked: ({ t, agent, text, actor, time, event }) => {
    const who = { agent: agent('agent'), due: time('due') };
    if (text('about') === 'check_up') return t('tasks.event.checkUp', who);
    return event.actor.kind === 'baton' && !event.rule
      ? t('tasks.event.askedNext', who)
      : t('tasks.event.asked', { actor, ...who });
  },
  task_done: ({ t, actor }) => t('tasks.event.done', { actor }),
  task_refused: ({ t, actor }) => t('tasks.event.refused', { actor }),
  task_withdrawn: ({ t, agent, text }) => {
    const because = text('because');
    const left =
      because === 'helper_left' ? 'left' : because === 'merged' ? 'movedOn' : 'withdrawn';
    return t(`tasks.event.${left}`, { agent: agent('agent') });
  },
  task_overdue: ({ t, agent }) => t('tasks.event.overdue', { agent: agent('agent') }),
  set_aside: ({ t, text, actor }) =>
    t('event.setAside', { actor, reason: reasonWords(t, text('reason')) }),
  put_back: ({ t, agent }) => t('event.putBack', { owner: agent('owner') }),
  subject_set: ({ t, actor }) => t('event.subjectSet', { actor }),
  customer_set: ({ t, actor, text }) => {
    const because = text('because');
    if (because === 'merged') return t('customers.becameOne', { actor });
    if (because === 'parted') return t('customers.becameTwo', { actor });
    return t('event.customerSet', { actor });
  },
  topic_set: ({ t, topic }) => t('event.topicSet', { topic: topic('topic') }),
  facts_set: ({ t, actor, count }) => t('facts.set', { actor, count: count('questions') }),
  taken: ({ t, actor }) => t('handover.event.taken', { actor }),
  untaken: ({ t, agent }) => t('handover.event.untaken', { owner: agent('owner') }),
  ping_pong: ({ t }) => t('handover.event.pingPong'),
  urgency_set: ({ t, text }) => {
    const known = urgencies.find((urgency) => urgency === text('urgency'));
    return t('event.urgencySet', { urgency: known ? t(`urgency.${known}`) : text('urgency') });
  },
  follower_added: ({ t, agent }) => t('event.followerAdded', { agent: agent('agent') }),
  follower_removed: ({ t, agent }) => t('event.followerRemoved', { agent: agent('agent') }),
  agent_told: ({ t, actor, agent }) =>
    t('handover.event.agentTold', { actor, agent: agent('agent') }),
  merged: ({ t, actor }) => t('casePeople.event.merged', { actor }),
  absorbed: ({ t, actor, agent }) =>
    t('casePeople.event.absorbed', { actor, owner: agent('owner') }),
  unmerged: ({ t, actor, agent }) =>
    t('casePeople.event.unmerged', { actor, owner: agent('owner') }),
  released: ({ t, actor }) => t('casePeople.event.released', { actor }),
  message_split: ({ t, actor }) => t('casePeople.event.split', { actor }),
  stranger_admitted: ({ t, actor }) => t('casePeople.event.admitted', { actor }),
  stranger_turned_away: ({ t, actor }) => t('casePeople.event.turnedAway', { actor }),
  participant_added: ({ t, actor }) => t('casePeople.event.added', { actor }),
  participant_left: ({ t, actor }) => t('casePeople.event.left', { actor }),
  first_reply_missed: ({ t }) => t('event.firstReplyMissed'),
  delivery_failed: ({ t }) => t('event.deliveryFailed'),
  complained: ({ t }) => t('event.complained'),
  deadline_set: ({ t, text, time }) =>
    text('at') === '' ? t('pressing.deadlineGone') : t('pressing.deadlineSet', { at: time('at') }),
  deadline_near: ({ t, agent }) => t('pressing.deadlineNear', { agent: agent('warned') }),
  deadline_missed: ({ t }) => t('pressing.deadlineMissed'),
  high_stakes_set: ({ t, event }) =>
    t(event.data['is'] === true ? 'pressing.stakesSet' : 'pressing.stakesGone'),
  call_corrected: ({ t, actor }) => t('calls.event.corrected', { actor }),
  assured: ({ t, actor, text }) =>
    t(text('by') === 'spoken' ? 'calls.event.assuredSpoken' : 'calls.event.assuredSent', { actor }),
  taken_down: ({ t, actor, event }) => {
    const missing = Number(event.data['missing'] ?? 0);
    return missing === 0
      ? t('calls.event.takenDown', { actor })
      : t('calls.event.takenDownMissing', { actor, missing });
  },
  answered_at_once: ({ t, actor, text }) => {
    const known = answerReasons.find((reason) => reason === text('because'));
    const reason = known ? t(`calls.because.${known}`) : text('because');
    return t('calls.event.answeredAtOnce', { actor, reason });
  },
  receipt_printed: ({ t, actor }) => t('calls.event.printed', { actor }),
  calendar_changed: ({ t }) => t('pressing.calendarChanged'),
  holding_time_changed: ({ t, length }) => t('event.holdingTime', { length: length('isMs') }),
};

function opened({ t, agent, text, topic, rule }: Saying): string {
  const owner = agent('owner');
  if (text('rule') === '') return t('event.opened', { owner });
  return t('handover.event.openedByRule', { owner, topic: topic('topic'), rule: rule('rule') });
}

function warned(nth: unknown) {
  if (nth === 1) return 'happened.half';
  return nth === 2 ? 'happened.most' : 'happened.nearly';
}

function handedOver({ t, text, agent, actor, event, reason: words }: Saying): string {
  const to = agent('to');
  const reason = words(text('reason'));
  const direction = text('direction');
  if (event.actor.kind === 'baton' && !event.rule) {
    return t(direction === 'up' ? 'event.wentUp' : 'event.movedAcross', { to, reason });
  }
  if (direction === 'up') return t('event.passedUp', { actor, to, reason });
  if (direction === 'down') return t('event.handedDown', { actor, to, reason });
  return t('event.handedAcross', { actor, to, reason });
}

import type { Actor } from '../../../kernel/actor.ts';
import type { Change } from '../change.ts';
import type { CaseFact } from '../events.ts';
import { newId } from '../../../platform/ids.ts';
import { letterWork } from '../../letters/index.ts';
import { followUps } from '../rules/follow-ups.ts';
import { noticesOf } from '../rules/notices.ts';

/** The rows of a change's events. */
export function eventsOf({ events }: Change) {
  return events.map(({ caseId, seq, at, actor, fact }) => {
    const { kind, ...data } = fact;
    return {
      case_id: caseId,
      seq,
      at,
      kind,
      actor_kind: actor.kind,
      actor_id: actor.id,
      rule_id: ruleOf(actor)?.id ?? null,
      rule_version: ruleOf(actor)?.version ?? null,
      data,
    };
  });
}

function ruleOf(actor: Actor) {
  return actor.kind === 'baton' ? actor.rule : undefined;
}

/** The rows of a change's messages, each with the number of the event that records it. */
export function messagesOf({ after, events, messages }: Change) {
  return messages.map((message) => {
    const event = events.find(({ fact }) => messageIn(fact) === message.id);
    if (!event) throw new Error(`no event of case ${after.id} records message ${message.id}`);
    return {
      row: {
        id: message.id,
        case_id: after.id,
        seq: event.seq,
        at: event.at,
        direction: message.direction,
        kind: message.kind,
        author_kind: message.author.kind,
        author_id: message.author.id,
        author_name: message.author.name,
        author_address: message.author.address,
        subject: message.subject,
        text: message.text,
        html: message.html ?? null,
        quoted: message.quoted,
        signature: message.signature ?? null,
        html_sha256: message.htmlSha256,
        language: message.language,
        automatic: message.automatic,
        inbound_id: message.inboundId,
        not_before: message.notBefore ?? null,
        copy_of: message.copyOf ?? null,
        thread_case_id: message.threadCaseId ?? null,
        forwarded_name: message.forwardedFrom?.name ?? null,
        forwarded_address: message.forwardedFrom?.address ?? null,
      },
      files: message.files.map(({ fileId, inlineId }, place) => ({
        message_id: message.id,
        file_id: fileId,
        place,
        inline_id: inlineId,
      })),
    };
  });
}

/** Facts about a message that is recorded already. */
const about: ReadonlySet<CaseFact['kind']> = new Set([
  'delivery_failed',
  'complained',
  'withdrawn',
]);

function messageIn(fact: CaseFact): string | null {
  if (fact.kind === 'solved') return fact.solution;
  if (fact.kind === 'handed_over') return fact.summary;
  if (about.has(fact.kind)) return null;
  return 'message' in fact ? fact.message : null;
}

export type AgentRow = { case_id: string; agent_id: string; held: boolean; follows: boolean };

/**
 * Who held the case and who follows it from now on: whoever passes a case up goes on following it,
 * and so does the first taker (domain.md, Who gets the case).
 */
export function agentsOf({ after, events }: Change): AgentRow[] {
  const rows = new Map<string, AgentRow>();
  const set = (agent: string, part: { held?: true; follows?: true }) => {
    const row = rows.get(agent);
    rows.set(agent, {
      case_id: after.id,
      agent_id: agent,
      held: part.held ?? row?.held ?? false,
      follows: part.follows ?? row?.follows ?? false,
    });
  };
  for (const { fact } of events) {
    if (fact.kind === 'follower_added') set(fact.agent, { follows: true });
    if (fact.kind === 'absorbed') {
      for (const agent of fact.informed) set(agent, { follows: true });
    }
    if (fact.kind === 'handed_over') {
      set(after.firstTakerId, { follows: true });
      set(fact.from, fact.direction === 'up' ? { held: true, follows: true } : { held: true });
    }
  }
  return [...rows.values()];
}

/** Who follows the case no longer. */
export function leavingFollowers({ after, events }: Change) {
  return events.flatMap(({ fact }) =>
    fact.kind === 'follower_removed' ? [{ case_id: after.id, agent_id: fact.agent }] : [],
  );
}

/** The work that follows from a change. */
export function followingWork({ after, events, messages }: Change) {
  const letters = messages.flatMap(({ htmlSha256 }) =>
    htmlSha256 === null ? [] : [letterWork(htmlSha256)],
  );
  const followed = events.flatMap(({ seq, fact }) => followUps(after.id, seq, fact));
  return [...followed, ...letters];
}

/**
 * What agents are told of a change; a row without an agent is for the lead of its team. Nobody is told
 * of their own act: then only that is kept.
 */
export function noticeRows({ after, events }: Change) {
  return events.flatMap((event) =>
    noticesOf(after, event).map(({ agent, kind, data }) => ({
      id: newId(),
      agent_id: agent,
      team_id: after.teamId,
      kind,
      case_id: after.id,
      seq: event.seq,
      actor_id: event.actor.kind === 'agent' ? event.actor.id : null,
      data: data ?? {},
      at: event.at,
    })),
  );
}

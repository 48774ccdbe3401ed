import { type Language, noticeKinds } from '@baton/contract';
import type { Ctx } from '../../../platform/context.ts';
import { casesNamed } from '../../cases/index.ts';
import { noticeWordsOf, shortWordsOf } from '../../mail/index.ts';
import { unseenOfPush } from '../../notices/index.ts';
import { agentById } from '../../people/index.ts';

/** So many numbers of cases are named; there are more behind the press. */
const mostNumbers = 5;

/**
 * What a push says, as its service worker reads it: what happened and the numbers of the cases, in
 * the agent's language. No names, no subjects, no words that anybody wrote: it stands on a locked
 * screen, and whoever opens it sees the rest in the desk. Null when all of it was seen meanwhile.
 */
export async function pushText(
  { tx }: Ctx,
  { pushId, agentId }: { pushId: string; agentId: string },
): Promise<string | null> {
  const told = await unseenOfPush(tx, pushId);
  const agent = await agentById(tx, agentId);
  if (!agent || told.length === 0) return null;
  const actor = { kind: 'agent', id: agentId, role: agent.role } as const;
  const ids = [...new Set(told.flatMap(({ caseId }) => caseId ?? []))];
  const cases = await casesNamed(tx, actor, ids);
  const { language } = agent;
  const whats = new Set(told.map((one) => whatOf(one, language)));
  const numbers = cases.map(({ number }) => number).toSorted((a, b) => a - b);
  return JSON.stringify({
    // By which the device sees that it is still theirs; it says nothing to anybody else.
    to: agentId,
    title: whats.size === 1 ? [...whats][0] : noticeWordsOf(language).several,
    body: numbers
      .slice(0, mostNumbers)
      .map((number) => `#${number}`)
      .join(' · '),
    language,
    url: cases.length === 1 && ids.length === 1 ? `/cases/${cases[0]!.id}` : '/notices',
    tag: pushId,
  });
}

/** What happened; of a kind of a later version only that something did. */
function whatOf({ kind, data }: { kind: string; data: unknown }, language: Language): string {
  const known = noticeKinds.find((one) => one === kind);
  if (!known) return noticeWordsOf(language).several;
  return shortWordsOf({ kind: known, data: data as Record<string, unknown> }, language);
}

import { type newTeamRule, teamRule, teamRuleTrial } from '@baton/contract';
import type { z } from 'zod';
import { ask, tell } from '../../api/client.ts';

export type RuleInput = z.output<typeof newTeamRule>;

export const createRule = (body: RuleInput) =>
  ask(teamRule, '/api/rules', { method: 'POST', body });
export const changeRule = (
  id: string,
  body: Partial<RuleInput> & { place?: number },
  version?: number,
) => ask(teamRule, `/api/rules/${id}`, { method: 'PATCH', body, version });
export const removeRule = (id: string) => tell(`/api/rules/${id}`, { method: 'DELETE' });
export const restoreRule = (id: string, version: number) =>
  ask(teamRule, `/api/rules/${id}/restorations`, { method: 'POST', body: { version } });

type TrialInput = Pick<RuleInput, 'team' | 'when' | 'if' | 'acts'> & { cursor?: string };
/** What a rule would have done, on a part of the cases. */
export const tryPart = (body: TrialInput, signal: AbortSignal) =>
  ask(teamRuleTrial, '/api/rules/trials', { method: 'POST', body, signal });

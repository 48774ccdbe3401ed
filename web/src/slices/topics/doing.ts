import {
  ruleTrial,
  type HandoverDirection,
  type Labels,
  type Language,
  type Question,
  type RuleConditions,
  type Urgency,
  topic as topicShape,
} from '@baton/contract';
import { ask, tell } from '../../api/client.ts';

export type TopicInput = {
  name: string;
  parent: string | null;
  team: string | null;
  urgency: Urgency | null;
  responsible: string | null;
};

export const createTopic = (body: TopicInput) =>
  ask(topicShape, '/api/topics', { method: 'POST', body });
export const changeTopic = (id: string, body: TopicInput & { active: boolean }) =>
  ask(topicShape, `/api/topics/${id}`, { method: 'PATCH', body });
export const deleteTopic = (id: string) => tell(`/api/topics/${id}`, { method: 'DELETE' });

/** A question as it is being written; a new one has no id yet. */
export type DraftQuestion = {
  id?: string;
  kind: Question['kind'];
  required: boolean;
  labels: Labels;
  choices: { id?: string; labels: Labels }[];
};
export const putQuestions = (topic: string, items: DraftQuestion[]) =>
  tell(`/api/topics/${topic}/questions`, { method: 'PUT', body: { items } });

export type RuleInput = {
  name: string;
  topic: string;
  active: boolean;
  conditions: RuleConditions;
};
export const createRule = (body: RuleInput) => tell('/api/topic-rules', { method: 'POST', body });
export const changeRule = (id: string, body: Partial<RuleInput> & { place?: number }) =>
  tell(`/api/topic-rules/${id}`, { method: 'PATCH', body });
export const deleteRule = (id: string) => tell(`/api/topic-rules/${id}`, { method: 'DELETE' });

export type Trial = { subject: string; text: string; recipient?: string; language?: Language };
export const tryRules = (body: Trial) =>
  ask(ruleTrial, '/api/topic-rules/trials', { method: 'POST', body });

type ReasonInput = { directions: HandoverDirection[]; labels: Labels };
export const createReason = (body: ReasonInput) =>
  tell('/api/hand-over-reasons', { method: 'POST', body });
export const changeReason = (id: string, body: Partial<ReasonInput> & { active?: boolean }) =>
  tell(`/api/hand-over-reasons/${id}`, { method: 'PATCH', body });

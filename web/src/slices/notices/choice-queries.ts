import {
  noticeDefaults,
  type NoticeChoicesChange,
  type NoticeDefaultsChange,
  ownNoticeChoices,
} from '@baton/contract';
import { queryOptions } from '@tanstack/react-query';
import { ask } from '../../api/client.ts';

/** By which ways the signed-in agent is told, and what of it they chose. */
export const choicesQuery = queryOptions({
  queryKey: ['notice-choices'],
  queryFn: ({ signal }) => ask(ownNoticeChoices, '/api/notice-choices', { signal }),
});

export const chooseNotices = (body: NoticeChoicesChange) =>
  ask(ownNoticeChoices, '/api/notice-choices', { method: 'PATCH', body });

/** All as the company has it. */
export const chooseNothing = () =>
  ask(ownNoticeChoices, '/api/notice-choices', { method: 'DELETE' });

/** By which ways those are told who have not chosen. */
export const defaultsQuery = queryOptions({
  queryKey: ['notice-defaults'],
  queryFn: ({ signal }) => ask(noticeDefaults, '/api/notice-defaults', { signal }),
});

export const changeDefaults = (body: NoticeDefaultsChange) =>
  ask(noticeDefaults, '/api/notice-defaults', { method: 'PATCH', body });

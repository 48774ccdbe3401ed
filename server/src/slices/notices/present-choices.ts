import type { NoticeChoices, NoticeDefaults, OwnNoticeChoices } from '@baton/contract';
import { formatDuration } from '../../kernel/duration.ts';
import { type Choices, choicesAfter, type Chosen } from './rules/choices.ts';
import type { Defaults } from './store/choices.ts';

function presentChoices({ groups, onlyAtWork, gatherMs }: Choices): NoticeChoices {
  return { groups, onlyAtWork, gather: formatDuration(gatherMs) };
}

/** What holds for an agent, and whose choice it is. */
export function presentOwn(defaults: Defaults, own: Chosen): OwnNoticeChoices {
  const { groups, onlyAtWork, gatherMs } = own;
  return {
    holds: presentChoices(choicesAfter(defaults.chosen, own)),
    own: { groups, onlyAtWork, gather: gatherMs === null ? null : formatDuration(gatherMs) },
    company: presentChoices(choicesAfter(defaults.chosen)),
  };
}

/** What holds for who has not chosen. */
export function presentDefaults({ chosen, keepDays }: Defaults): NoticeDefaults {
  return { ...presentChoices(choicesAfter(chosen)), keepDays };
}

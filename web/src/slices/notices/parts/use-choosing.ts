import type { NoticeChoices, NoticeChoicesChange, OwnNoticeChoices } from '@baton/contract';
import { useMutation, useQueryClient, type QueryKey } from '@tanstack/react-query';

/**
 * Keeps each choice as it is made, one after the other; it shows at once, and goes back to what the
 * server has when that refuses.
 */
export function useChoosing<Kept>(
  queryKey: QueryKey,
  keep: (change: NoticeChoicesChange) => Promise<Kept>,
  shown: (kept: Kept, change: NoticeChoicesChange) => Kept,
) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: keep,
    scope: { id: String(queryKey[0]) },
    onMutate: async (change) => {
      await client.cancelQueries({ queryKey });
      client.setQueryData<Kept>(queryKey, (kept) => kept && shown(kept, change));
    },
    onSettled: () => {
      const isLast = client.isMutating({
        predicate: (one) => one.options.scope?.id === queryKey[0],
      });
      return isLast === 1 ? client.invalidateQueries({ queryKey }) : undefined;
    },
  });
}

/** What holds once a change is kept. */
export function withChange<T extends NoticeChoices>(holds: T, change: NoticeChoicesChange): T {
  const groups = Object.entries(holds.groups).map(([group, ways]) => [
    group,
    { ...ways, ...change.groups?.[group as keyof T['groups'] & keyof NoticeChoices['groups']] },
  ]);
  return {
    ...holds,
    groups: Object.fromEntries(groups) as NoticeChoices['groups'],
    onlyAtWork: change.onlyAtWork ?? holds.onlyAtWork,
    gather: change.gather ?? holds.gather,
  };
}

/** The same for one's own choices; which of them are own is told by the server. */
export const ownWithChange = (own: OwnNoticeChoices, change: NoticeChoicesChange) => ({
  ...own,
  holds: withChange(own.holds, change),
});

import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useProblemWords } from '../../../ui/problem/problem-note.tsx';
import { move, placeOf } from './move-api.ts';
import { type Carried, outcomeOf, type Standing, type Target } from './outcome.ts';

/** So long what was moved can be put back by one press. */
const undoMs = 12_000;

type Put = { carried: Carried; target: Target; standing: Standing };

/** Puts something down somewhere; afterwards it can be put back, unless others have changed it. */
export function usePutDown(onDone: (carried: Carried) => void) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const words = useProblemWords();
  // What was seen may be old where it was refused, too.
  const renew = async () => {
    const changed = ['teams', 'agents', 'pyramid'];
    await Promise.all(changed.map((key) => client.invalidateQueries({ queryKey: [key] })));
  };
  const undo = async (...[carried, back, version]: Parameters<typeof move>) => {
    const message = await move(carried, back, version).then(
      () => t('moving.undone'),
      (error: unknown) => words(error),
    );
    await renew();
    notifications.show({ message });
    onDone(carried);
  };
  return useMutation({
    mutationFn: async ({ carried, target, standing }: Put) => {
      const place = placeOf(carried, standing);
      const outcome = outcomeOf(carried, target, standing);
      if (!place || 'refused' in outcome) throw new Error('nothing can be put there');
      const version = await move(carried, outcome.change, place.version);
      return { carried, back: place.back, version, act: outcome.act };
    },
    onError: renew,
    onSuccess: async ({ carried, back, version, act }) => {
      // Whoever goes on from it finds it where it stands now.
      await renew();
      onDone(carried);
      const id = notifications.show({
        autoClose: undoMs,
        message: (
          <>
            {t(`moving.done.${act.key}`, act.values)}{' '}
            <Button
              variant="subtle"
              size="compact-sm"
              onClick={() => {
                notifications.hide(id);
                void undo(carried, back, version);
              }}
            >
              {t('moving.undo')}
            </Button>
          </>
        ),
      });
    },
  });
}

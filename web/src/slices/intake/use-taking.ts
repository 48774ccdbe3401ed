import type { Intake, IntakeChange, IntakeSaid } from '@baton/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useKept } from '../../ui/use-kept.ts';
import { currentCallQuery } from '../calls/queries.ts';
import { openIntakeQuery, saveIntake } from './queries.ts';

/** What is being taken down: what was said, how it is kept, and how what stands on the server is shown. */
export type Taking = {
  intake: Intake;
  said: IntakeSaid;
  change: (fields: IntakeChange) => void;
  /** Keeps at once all that was typed; throws what kept it from being kept. */
  flush: () => Promise<void>;
};

/** Keeps what is typed of an intake; what stands here never waits for an answer. */
export function useTaking(intake: Intake) {
  const client = useQueryClient();
  const kept = useKept<IntakeChange>(async (change) => {
    const after = await saveIntake(intake.id, change);
    client.setQueryData(openIntakeQuery.queryKey, after);
    // Whoever calls is written down as spoken with, too.
    if (after.call && (change.name ?? change.spelling) !== undefined) {
      await client.invalidateQueries({ queryKey: currentCallQuery.queryKey });
    }
    // With a case there are questions to ask, and each change of it may bring others.
    if (after.case) await client.invalidateQueries({ queryKey: ['cases', 'one', after.case.id] });
  });
  const edits = Object.fromEntries(
    Object.entries(kept.edits).filter(([, value]) => value !== undefined),
  );
  const said: IntakeSaid = { ...intake.said, ...edits };
  return { ...kept, said };
}

/** One step of an intake, after all that was typed is kept. */
export function useStep<Given = void>(
  flush: () => Promise<void>,
  act: (given: Given) => Promise<Intake>,
  onDone: (after: Intake) => void = () => undefined,
) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (given: Given) => {
      await flush();
      return act(given);
    },
    onSuccess: async (after) => {
      onDone(after);
      client.setQueryData(openIntakeQuery.queryKey, after.endedAt ? null : after);
      // Its end is the end of the call: what is remembered of that is shown nowhere meanwhile.
      if (after.endedAt) await client.resetQueries({ queryKey: currentCallQuery.queryKey });
      await client.invalidateQueries({ queryKey: ['cases'] });
    },
  });
}

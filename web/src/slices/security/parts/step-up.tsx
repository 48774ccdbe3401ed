import { Suspense, useEffect, useState } from 'react';
import { onStepUp } from '../../../api/step-up.ts';
import { lazyPart } from '../../../ui/parts/lazy-part.ts';

const StepUpDialog = lazyPart(
  async () => (await import('./step-up-dialog.tsx')).StepUpDialog,
  'security',
  'provider',
);

/** Asks for a fresh proof of who one is when a dangerous act needs it; stands on every page. */
export function StepUp() {
  const [answer, setAnswer] = useState<((proved: boolean) => void) | null>(null);
  useEffect(() => onStepUp(() => new Promise<boolean>((resolve) => setAnswer(() => resolve))), []);
  if (!answer) return null;
  const close = (proved: boolean) => {
    setAnswer(null);
    answer(proved);
  };
  return (
    <Suspense>
      <StepUpDialog onClose={close} />
    </Suspense>
  );
}

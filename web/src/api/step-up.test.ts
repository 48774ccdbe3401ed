import { expect, test, vi } from 'vitest';
import { confirmAgain, onStepUp } from './step-up.ts';

test('the one that came last asks, even while another has asked and waits beneath it', async () => {
  const beneath = vi.fn<() => Promise<boolean>>(() => new Promise(() => {}));
  const stopBeneath = onStepUp(beneath);
  void confirmAgain();
  void confirmAgain();
  expect(beneath).toHaveBeenCalledOnce();
  const stopDoor = onStepUp(async () => false);
  expect(await confirmAgain()).toBe(false);
  stopDoor();
  void confirmAgain();
  expect(beneath).toHaveBeenCalledOnce();
  stopBeneath();
  expect(await confirmAgain()).toBe(false);
});

import { useEffect, useRef, type RefObject } from 'react';

/** Does what stands under keys of a field, before the field itself does what they usually do. */
export function useFieldKeys(
  field: RefObject<HTMLInputElement | null>,
  keys: Record<string, () => void>,
): void {
  const current = useRef(keys);
  useEffect(() => {
    current.current = keys;
  });
  useEffect(() => {
    const element = field.current;
    const onKeyDown = (event: KeyboardEvent) => {
      const act = event.isComposing ? undefined : current.current[event.key];
      if (!act) return;
      event.preventDefault();
      event.stopPropagation();
      act();
    };
    element?.addEventListener('keydown', onKeyDown);
    return () => element?.removeEventListener('keydown', onKeyDown);
  }, [field]);
}

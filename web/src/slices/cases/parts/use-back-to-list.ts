import { useNavigate } from '@tanstack/react-router';

/** Leaves the case for the list, with the focus where one came from. */
export function useBackToList() {
  const navigate = useNavigate();
  return async (): Promise<void> => {
    const row = document.querySelector<HTMLElement>('[data-row][aria-current="page"]');
    await navigate({ to: '/' });
    row?.focus();
  };
}

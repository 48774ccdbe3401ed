import { useNavigate, useRouterState } from '@tanstack/react-router';

/** The page of the list from which the open case was opened: your hands, or somebody else's. */
export function useListOfCase(): string {
  return useRouterState({ select: ({ location }) => location.state.list ?? '/' });
}

/** Leaves the case for the list, with the focus where one came from. */
export function useBackToList() {
  const navigate = useNavigate();
  const list = useListOfCase();
  return async (): Promise<void> => {
    const row = document.querySelector<HTMLElement>('[data-row][aria-current="page"]');
    await navigate({ to: list });
    row?.focus();
  };
}

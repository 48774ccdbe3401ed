import { useLayoutEffect, useRef } from 'react';

/** Something that can be done on the page that is open. */
export type Command = {
  /** In the viewer's language. */
  name: string;
  /** The key that does the same. */
  keys?: string | undefined;
  run: () => void;
};

const offered = new Set<() => Command[]>();

/** Offers what can be done here to whoever looks for it by name, for as long as it stands here. */
export function useCommands(commands: Command[]): void {
  const current = useRef(commands);
  useLayoutEffect(() => {
    current.current = commands;
  });
  useLayoutEffect(() => {
    const now = () => current.current;
    offered.add(now);
    return () => void offered.delete(now);
  }, []);
}

/** What can be done now, in the order in which it was offered. */
export function commandsHere(): Command[] {
  return [...offered].flatMap((now) => now());
}

import { useEffect, useRef, useState, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { Field } from '../field.ts';
import { agentsFor, nameBegun, withName } from './mentions.ts';
import styles from './mention-list.module.css';

type Props = {
  field: RefObject<Field | null>;
  text: string;
  agents: { id: string; name: string }[];
  onText: (text: string) => void;
};

/** Below the field while a name is begun after an @: arrows choose, Enter puts it in, Escape closes. */
export function MentionList({ field, text, agents, onText }: Props) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState(0);
  const [closedAt, setClosedAt] = useState<string | null>(null);
  const caret = areaOf(field)?.selectionStart ?? text.length;
  const begun = nameBegun(text, Math.min(caret, text.length));
  const offered = begun === null || closedAt === text ? [] : agentsFor(begun, agents);
  const at = Math.min(chosen, Math.max(0, offered.length - 1));

  function put(name: string) {
    const after = withName(text, areaOf(field)?.selectionStart ?? text.length, name);
    // At once: a caret that is set later would jump back under a quick hand.
    flushSync(() => {
      onText(after.text);
      setChosen(0);
    });
    field.current?.focus();
    areaOf(field)?.setSelectionRange(after.caret, after.caret);
  }

  const onKey = (event: KeyboardEvent) => {
    if (offered.length === 0 || event.isComposing || event.ctrlKey || event.metaKey) return;
    const acts: Record<string, () => void> = {
      ArrowDown: () => setChosen((at + 1) % offered.length),
      ArrowUp: () => setChosen((at + offered.length - 1) % offered.length),
      Enter: () => put(offered[at]!.name),
      Tab: () => put(offered[at]!.name),
      Escape: () => setClosedAt(text),
    };
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  useFieldKeys(field, onKey);

  if (offered.length === 0) return null;
  return (
    <ul className={styles.list} aria-label={t('tasks.mention')}>
      {offered.map((agent, index) => (
        <li key={agent.id}>
          <button
            type="button"
            data-chosen={index === at}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => put(agent.name)}
          >
            {agent.name}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Hears the keys of a field before the field itself does what they usually do. */
function useFieldKeys(field: RefObject<Field | null>, onKey: (event: KeyboardEvent) => void): void {
  const current = useRef(onKey);
  useEffect(() => {
    current.current = onKey;
  });
  useEffect(() => {
    const element = field.current?.element;
    const listen = (event: KeyboardEvent) => current.current(event);
    element?.addEventListener('keydown', listen);
    return () => element?.removeEventListener('keydown', listen);
  }, [field]);
}

/** Notes are plain: they are written in a text area. */
function areaOf(field: RefObject<Field | null>): HTMLTextAreaElement | null {
  const element = field.current?.element;
  return element instanceof HTMLTextAreaElement ? element : null;
}

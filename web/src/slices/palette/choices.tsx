import type { Me } from '@baton/contract';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useId, useMemo, useRef, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { type Choice, inGroups, isSearched, matching, recently } from './choice.ts';
import { ChoiceList } from './choice-list.tsx';
import { noteRecent } from './recent.ts';
import { useFieldKeys } from './use-field-keys.ts';
import { useFound } from './use-found.ts';
import { useStanding } from './use-standing.ts';

type Props = {
  who: Me;
  text: string;
  /** Enter was pressed before this was found: the first of it is meant. */
  early: boolean;
  /** Where one writes, and whose keys choose. */
  field: RefObject<HTMLInputElement | null>;
  onKeys: () => void;
  onDone: () => void;
  onActive: (id: string | undefined) => void;
};

/** What is found for a text, to choose from by keys or pointer. */
export function Choices({ who, text, early, field, onKeys, onDone, onActive }: Props) {
  const { t } = useTranslation();
  const prefix = useId();
  const standing = useStanding(who, onKeys);
  const found = useFound(who, text);
  const groups = useMemo(
    () => inGroups([...matching(standing, text), ...found.choices], text),
    [standing, text, found.choices],
  );
  const all = groups.flatMap(([, choices]) => choices);
  /** What was chosen among what was found for which text; of another text it is the first. */
  const [chosen, setChosen] = useState<{ text: string; id: string } | null>(null);
  const picked = all.find(({ id }) => chosen?.text === text && id === chosen.id);
  const active = picked ?? all[0];
  /** Else Enter waits for the answer: what is shown was found for the letters before. */
  const isMeant = active && (picked || !found.isUnderWay || !isSearched(active));
  const choose = ({ id }: Choice) => setChosen({ text, id });
  const run = useRunning(who, onDone);
  const move = (by: 1 | -1) => {
    const at = all.findIndex(({ id }) => id === active?.id);
    const next = all[(at + by + all.length) % Math.max(all.length, 1)];
    if (next) choose(next);
  };
  useFieldKeys(field, {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    ...(isMeant && { Enter: () => run(active) }),
  });
  useEarly(early && !found.isUnderWay, active, run);
  useActive(active && `${prefix}${active.id}`, onActive);
  return (
    <ChoiceList
      prefix={prefix}
      groups={groups}
      active={active}
      none={found.isUnderWay ? null : t('palette.none')}
      onChoose={choose}
      onRun={run}
    />
  );
}

/** Does what was chosen: the palette closes first, so that what is done finds the page as it was. */
function useRunning(who: Me, onDone: () => void) {
  const navigate = useNavigate();
  return (choice: Choice) => {
    onDone();
    const { href, id } = choice;
    if (href === undefined) return choice.run?.();
    if (who.agent)
      noteRecent(who.agent.id, {
        ...choice,
        id: id.startsWith(recently) ? id.slice(recently.length) : id,
      });
    return void navigate({ href });
  };
}

/** Tells the field which choice is active, and keeps it in sight. */
function useActive(id: string | undefined, onActive: (id: string | undefined) => void) {
  useEffect(() => {
    onActive(id);
    if (id) document.getElementById(id)?.scrollIntoView({ block: 'nearest' });
  }, [id, onActive]);
}

/** Does what was meant by an Enter that came before the list. */
function useEarly(isDue: boolean, active: Choice | undefined, run: (choice: Choice) => void) {
  const done = useRef(false);
  useEffect(() => {
    if (!isDue || !active || done.current) return;
    done.current = true;
    run(active);
  });
}

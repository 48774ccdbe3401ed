import type { Case } from '@baton/contract';
import { useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useRef, useState, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { askNow } from '../../../api/ask-now.ts';
import { useKeys } from '../../../ui/keys/use-keys.ts';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { goThen } from '../../../ui/unsaved/unsaved.ts';
import { meQuery } from '../../access/queries.ts';
import { useCaseSeen } from '../../notices/parts/use-seen.ts';
import { levelsQuery } from '../../people/queries.ts';
import { doingIn, useOthers } from '../../live/presence.ts';
import { useWriting } from '../../live/use-writing.ts';
import { caseQuery } from '../queries.ts';
import { Actions } from './actions.tsx';
import { can as whatCan } from './can.ts';
import { CaseHead } from './case-head.tsx';
import styles from './case.module.css';
import { Composer } from './composer/composer.tsx';
import type { Field } from './composer/field.ts';
import type { Mode } from './composer/modes.ts';
import { Conversation } from './conversation/conversation.tsx';
import { PackagePanel } from './package/package-panel.tsx';
import { MergedNote } from './people/merged-note.tsx';
import { Side } from './side/side.tsx';
import { useWish } from './take-back/wish.ts';
import { useBackToList, useListOfCase } from './use-back-to-list.ts';
import { useCaseKeys } from './use-case-keys.ts';
import { useNextCase } from './use-next-case.ts';
import { useRefreshed } from './use-refreshed.ts';

/** A case that was found; `error` tells that it could not be asked for again. */
export function CaseView({ item, error }: { item: Case; error: Error | null }) {
  const { t } = useTranslation();
  const { data: me } = useSuspenseQuery(meQuery);
  const { data: levels } = useQuery(levelsQuery);
  const isTop = levels !== undefined && levels.every((level) => level.id <= item.level);
  const can = whatCan(item, me, isTop);
  const [chosen, setMode] = useState<Mode>('reply');
  const shown = (one: Mode) => (one === 'reply' && !can.reply ? 'note' : one);
  const mode = shown(chosen);
  const field = useRef<Field>(null);
  const conversation = useRef<HTMLElement>(null);
  const composer = useRef<HTMLElement>(null);
  const leave = useLeaving(item);
  const backToList = useBackToList();
  useRefreshed(item);
  useCaseSeen(item.id, item.version);
  const writing = useWriting();
  const others = useOthers(item.id, doingIn(mode, writing.isWriting));

  const { turnTo, turnAwayTo } = useTurning(setMode, {
    ...{ field, conversation, composer },
    isShown: (next) => shown(next) === mode,
  });
  useCaseKeys(item, can, turnTo);
  useWish(item.id, turnTo);
  useKeys({ back: () => void backToList() });

  return (
    <main className={styles.case} onInput={writing.onInput} onSubmit={writing.onSubmit}>
      <header className={styles.head}>
        <CaseHead item={item} others={others} />
        <Actions item={item} can={can} mode={mode} onMode={turnTo} />
        <PackagePanel item={item} />
        <MergedNote item={item} may={can.note} />
        {error && <ProblemNote error={error} kept={t('case.showingLast')} />}
      </header>
      <Conversation place={conversation} item={item} canPeople={can.people} />
      {can.note && (
        <Composer
          {...{ item, mode, field, place: composer, onMode: turnTo, onClose: turnAwayTo }}
          {...{ canReply: can.reply, canSolve: can.solve, canCall: can.call }}
          onGone={(from) => {
            // Whoever has turned to something else meanwhile stays at that.
            setMode((now) => (now === from ? 'reply' : now));
            void leave();
          }}
        />
      )}
      <Side
        item={item}
        isTop={isTop}
        canSet={can.note}
        canAsk={can.ask}
        canPeople={can.people}
        onAsk={() => turnTo('ask')}
      />
    </main>
  );
}

type Places = Record<'conversation' | 'composer', RefObject<HTMLElement | null>> & {
  field: RefObject<Field | null>;
  isShown: (next: Mode) => boolean;
};

/** How one turns to a form, and away from it; asks before, where something typed there would be lost. */
function useTurning(
  setMode: (mode: Mode) => void,
  { field, conversation, composer, isShown }: Places,
) {
  function turnTo(next: Mode) {
    // The form that is there stays, and what is typed in it.
    if (isShown(next)) return focusForm(field.current);
    return goThen(() => {
      // At once: what a quick hand types next belongs into the form, and is no key of the page.
      flushSync(() => setMode(next));
      focusForm(field.current);
    }, composer.current);
  }
  /** Out of a form: the keys of the page mean something again, and do not write into a letter. */
  function turnAwayTo(next: Mode) {
    goThen(() => {
      flushSync(() => setMode(next));
      conversation.current?.focus({ preventScroll: true });
    }, composer.current);
  }
  return { turnTo, turnAwayTo };
}

/** After solving or handing over: on to the next case, unless this one stayed in these hands. */
function useLeaving(item: Case) {
  const client = useQueryClient();
  const next = useNextCase();
  const { data: me } = useSuspenseQuery(meQuery);
  const list = useListOfCase();
  const backToList = useBackToList();
  return async () => {
    // Whoever looks after others' hands goes back to them.
    if (list !== '/') return backToList();
    const after = await askNow(client, caseQuery(item.id)).catch(() => null);
    const stays = after?.status === 'open' && after.owner?.id === me.agent?.id;
    if (!stays) await next(item.id);
    return undefined;
  };
}

function focusForm(place: Field | null): void {
  const field = place?.element;
  const first = document.querySelector<HTMLElement>('form [data-autofocus], form select');
  const target = field?.isConnected && !isBefore(first, field) ? field : (first ?? field);
  if (target === field) place?.focus();
  else target?.focus();
  target?.scrollIntoView({ block: 'nearest' });
}

function isBefore(one: HTMLElement | null, other: HTMLElement): boolean {
  return Boolean(one && one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING);
}

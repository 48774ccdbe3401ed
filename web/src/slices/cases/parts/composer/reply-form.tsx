import type { Case } from '@baton/contract';
import { TextInput } from '@mantine/core';
import { useRef, useState, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../../../../api/server-time.ts';
import { instantOfWall, wallText } from '../../../../ui/time/zone.ts';
import { useViewer } from '../../../../ui/viewer.tsx';
import { reply, solve } from '../../doing.ts';
import { useTakeBack } from '../take-back/use-take-back.tsx';
import { dayMs, morningIn } from './days.ts';
import type { Field } from './field.ts';
import { forCustomer } from './for-customer.ts';
import { SendMenu, useWayWords } from './send-menu.tsx';
import { nameOf, noteWay, stay, type Way, waysFor } from './ways.ts';
import { WritingForm } from './writing-form.tsx';
import styles from './composer.module.css';

type Props = {
  item: Case;
  field: RefObject<Field | null>;
  canSolve: boolean;
  /** After it was sent and the case solved by it. */
  onSolved: () => void;
};

/** An answer to the customer, after which the clock goes on, the case waits for them, or is solved. */
export function ReplyForm({ item, field, canSolve, onSolved }: Props) {
  const { t } = useTranslation();
  const { zone } = useViewer();
  const words = useWayWords();
  const [way, setWay] = useState(stay);
  const [opened, setOpened] = useState(false);
  const takeBack = useTakeBack(item, field);
  const ways = waysFor(
    { solve: canSolve, wait: item.status === 'open' },
    way.kind === 'until' ? way.at : morningIn(3, zone),
  );
  const until = untilOf(way, zone);
  const asTried = useAsTried(way);
  /** How the last one went; another way may be chosen while it is under way. */
  const went = useRef(stay);

  function choose(chosen: Way): void {
    noteWay(chosen);
    // What is sent is what the button then says, also where it asks back first.
    flushSync(() => setWay(chosen));
    if (chosen.kind === 'until') return;
    field.current?.focus();
    field.current?.element.closest('form')?.requestSubmit();
  }

  return (
    <WritingForm
      item={item}
      kind="reply"
      field={field}
      label={t('composer.replyTo', { name: item.customer.name })}
      placeholder={t('composer.replyTo', { name: item.customer.name })}
      submit={words(way)}
      ready={until !== 'wrong'}
      rich
      send={(on, draft, how) => {
        went.current = way;
        const once = { ...on, key: draft.key };
        const said = { ...forCustomer(draft), ...how };
        if (way.kind === 'solve') return solve(once, { ...said, withdrawTasks: false });
        return reply(once, until ? { ...said, waitUntil: asTried(draft.key, until) } : said);
      }}
      onSent={() => {
        const solved = went.current.kind === 'solve';
        setWay((now) => (now === went.current ? stay : now));
        void takeBack(solved ? 'solution' : 'reply');
        if (solved) onSolved();
      }}
      asks={way.kind === 'until' && <Until way={way} onWay={setWay} />}
      ways={
        ways.length > 1 && (
          <SendMenu ways={ways} opened={opened} onOpened={setOpened} onChosen={choose} />
        )
      }
      onWays={() => setOpened(true)}
    />
  );
}

/** One try more of the same says the same instant, so that it has one effect. */
function useAsTried(way: Way) {
  const tried = useRef<{ what: string; until: string }>(null);
  return (key: string, at: string): string => {
    const what = `${key} ${nameOf(way)}`;
    if (way.kind === 'until' || tried.current?.what !== what) tried.current = { what, until: at };
    return tried.current.until;
  };
}

/** Until when the case waits, ISO 8601; null where it does not; `wrong`: not an instant yet. */
function untilOf(way: Way, zone: string): string | null {
  if (way.kind === 'wait') return new Date(serverNow() + way.days * dayMs).toISOString();
  if (way.kind !== 'until') return null;
  const instant = instantOfWall(way.at, zone);
  return instant === null ? 'wrong' : new Date(instant).toISOString();
}

type UntilProps = { way: Extract<Way, { kind: 'until' }>; onWay: (way: Way) => void };

function Until({ way, onWay }: UntilProps) {
  const { t } = useTranslation();
  const { zone } = useViewer();
  return (
    <TextInput
      className={styles.until}
      type="datetime-local"
      label={t('sendMenu.until')}
      description={zone}
      value={way.at}
      min={wallText(serverNow(), zone)}
      required
      withAsterisk={false}
      autoFocus
      onChange={(event) => onWay({ kind: 'until', at: event.currentTarget.value })}
    />
  );
}

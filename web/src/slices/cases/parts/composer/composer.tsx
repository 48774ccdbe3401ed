import type { Case } from '@baton/contract';
import { Tabs } from '@mantine/core';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useEscape } from '../../../../ui/keys/use-escape.ts';
import { useSendByKey } from '../../../../ui/keys/use-send-by-key.ts';
import { CloseIcon } from '../../../../ui/shell/icons.tsx';
import { CallForm } from '../../../calls/parts/call-form.tsx';
import { MarkLines } from '../../../mail/parts/address-marks.tsx';
import { MergeForm } from '../people/merge-form.tsx';
import { AcrossForm } from './across-form.tsx';
import { AskForm } from './ask-form.tsx';
import { AsideForm } from './aside-form.tsx';
import type { Field } from './field.ts';
import styles from './composer.module.css';
import { CorrectForm } from './correct-form.tsx';
import { DownForm } from './down-form.tsx';
import type { Mode } from './modes.ts';
import { NoteForm } from './note-form.tsx';
import { PreferredWay } from './preferred-way.tsx';
import { ReplyForm } from './reply-form.tsx';
import { SolveForm } from './solve-form.tsx';
import { UpForm } from './up-form.tsx';
import { WaitForm } from './wait-form.tsx';

type Props = {
  item: Case;
  mode: Mode;
  canReply: boolean;
  canSolve: boolean;
  canCall: boolean;
  field: RefObject<Field | null>;
  place: RefObject<HTMLElement | null>;
  onMode: (mode: Mode) => void;
  /** Leaves a form for what stands there otherwise, without beginning to write. */
  onClose: (mode: Mode) => void;
  /** After the case was solved or left one's hands. */
  onGone: (from: Mode) => void;
};

const panels = {
  wait: WaitForm,
  aside: AsideForm,
  correct: CorrectForm,
  merge: MergeForm,
  call: CallForm,
} as const;

/** The place below the conversation: reply or note, and for a while whatever else one does. */
export function Composer({ item, mode, canReply, canSolve, canCall, ...props }: Props) {
  const { field, place, onMode, onClose, onGone } = props;
  const usual = canReply ? 'reply' : 'note';
  const back = () => onMode(usual);
  const close = () => onClose(usual);
  const isWriting = mode === 'reply' || mode === 'note';
  useEscape(place, () => (isWriting ? field.current?.blur() : close()));
  useSendByKey(place);
  const Panel = mode in panels ? panels[mode as keyof typeof panels] : null;
  return (
    <section ref={place} className={`${styles.composer} ${mode === 'note' ? styles.noting : ''}`}>
      {isWriting ? (
        <WhatTabs mode={mode} canReply={canReply} onMode={onMode} />
      ) : (
        <PanelHead mode={mode} onClose={close} />
      )}
      {(mode === 'reply' || mode === 'solve') && <MarkLines caseId={item.id} />}
      {(mode === 'reply' || mode === 'solve' || mode === 'call') && (
        <PreferredWay
          customerId={item.customer.id}
          onCall={canCall && mode !== 'call' ? () => onMode('call') : null}
        />
      )}
      {mode === 'reply' && (
        <ReplyForm
          {...{ item, field, canSolve }}
          // One stands at the reply already; the next case comes.
          onSolved={() => onGone('reply')}
        />
      )}
      {mode === 'note' && <NoteForm item={item} field={field} />}
      {mode === 'solve' && <SolveForm item={item} field={field} onSent={() => onGone('solve')} />}
      {mode === 'up' && <UpForm item={item} field={field} onSent={() => onGone('up')} />}
      {mode === 'across' && (
        <AcrossForm item={item} field={field} onSent={() => onGone('across')} />
      )}
      {mode === 'down' && <DownForm item={item} field={field} onSent={() => onGone('down')} />}
      {mode === 'ask' && <AskForm item={item} field={field} onSent={back} />}
      {Panel && <Panel item={item} onDone={mode === 'aside' ? () => onGone('aside') : back} />}
    </section>
  );
}

type TabsProps = { mode: 'reply' | 'note'; canReply: boolean; onMode: (mode: Mode) => void };

function WhatTabs({ mode, canReply, onMode }: TabsProps) {
  const { t } = useTranslation();
  return (
    <Tabs
      value={mode}
      onChange={(value) => onMode(value === 'note' ? 'note' : 'reply')}
      variant="none"
      classNames={{ list: styles.tabs, tab: styles.tab }}
    >
      <Tabs.List aria-label={t('composer.what')}>
        {canReply && <Tabs.Tab value="reply">{t('composer.reply')}</Tabs.Tab>}
        <Tabs.Tab value="note">{t('composer.note')}</Tabs.Tab>
      </Tabs.List>
    </Tabs>
  );
}

function PanelHead({ mode, onClose }: { mode: Mode; onClose: () => void }) {
  const { t } = useTranslation();
  const titleOf = () => {
    // Named like what opens it, which says by its dots that more is asked.
    if (mode === 'ask') return t('tasks.ask').replace('…', '');
    if (mode === 'call') return t('calls.title');
    return mode === 'merge'
      ? t('casePeople.mergeInto').replace('…', '')
      : t(`composer.title.${mode}`);
  };
  return (
    <header className={styles.head}>
      <h2>{titleOf()}</h2>
      <button type="button" aria-label={t('shell.cancel')} title="Esc" onClick={onClose}>
        <CloseIcon />
      </button>
    </header>
  );
}

import type { Case } from '@baton/contract';
import { Button } from '@mantine/core';
import { useRef, type ReactNode, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../../ui/problem/problem-note.tsx';
import type { On } from '../../doing.ts';
import { AttachButton } from './attach-button.tsx';
import styles from './composer.module.css';
import type { Draft, DraftKind } from './draft.ts';
import { FileStrip } from './file-strip.tsx';
import { News } from './news.tsx';
import { useActing } from './use-acting.ts';
import { useDraft } from './use-draft.ts';
import { useUploads } from './use-uploads.ts';
import { WritingField } from './writing-field.tsx';

type Props = {
  item: Case;
  kind: DraftKind;
  label: string;
  placeholder: string;
  submit: string;
  /** What else belongs to it: a reason, by when. */
  extra?: ReactNode;
  /** What is asked beside the button that sends. */
  after?: ReactNode;
  /** What is offered below the field while one writes. */
  renderBelow?: (text: string, onText: (text: string) => void) => ReactNode;
  takesFiles?: boolean;
  ready?: boolean;
  field?: RefObject<HTMLTextAreaElement | null>;
  send: (on: On, draft: Draft) => Promise<void>;
  onSent: () => void;
};

/** Something to write and send: kept until it is sent, and not sent past what came meanwhile. */
export function WritingForm(props: Props) {
  const { t } = useTranslation();
  const { item, kind, takesFiles = true, ready = true } = props;
  const { draft, change, clear, kept } = useDraft(item.id, kind);
  const uploads = useUploads(change);
  const ownField = useRef<HTMLTextAreaElement>(null);
  const { acting, news } = useActing(
    item,
    (on) => props.send(on, draft),
    () => {
      clear();
      props.onSent();
    },
  );
  const canSend = ready && draft.text.trim() !== '' && uploads.uploading.length === 0;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (canSend && !acting.isPending) acting.mutate();
      }}
    >
      {props.extra}
      <WritingField
        field={props.field ?? ownField}
        label={props.label}
        placeholder={props.placeholder}
        value={draft.text}
        onChange={(text) => change(() => ({ text }))}
        onFiles={takesFiles ? uploads.add : undefined}
      />
      {props.renderBelow?.(draft.text, (text) => change(() => ({ text })))}
      <FileStrip
        files={draft.files}
        uploading={uploads.uploading}
        onRemove={(id) =>
          change((before) => ({ files: before.files.filter((file) => file.id !== id) }))
        }
      />
      {uploads.error !== null && <ProblemNote error={uploads.error} kept={t('composer.kept')} />}
      {acting.error && <News error={acting.error} news={news} />}
      <footer className={styles.foot}>
        {takesFiles && <AttachButton onFiles={uploads.add} />}
        <span className={styles.state}>{stateOf()}</span>
        {props.after}
        <Button type="submit" disabled={!canSend} loading={acting.isPending}>
          {props.submit} <kbd>{sendKey}</kbd>
        </Button>
      </footer>
    </form>
  );

  function stateOf(): string {
    if (draft.text === '') return '';
    return kept ? t('composer.draftKept') : t('composer.draftNotKept');
  }
}

const sendKey = navigator.platform.startsWith('Mac') ? '⌘↵' : 'Ctrl ↵';

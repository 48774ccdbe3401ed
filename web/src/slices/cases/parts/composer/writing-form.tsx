import type { Case } from '@baton/contract';
import { Button } from '@mantine/core';
import { useRef, type ReactNode, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { HintList } from '../../../writing/parts/hint-list.tsx';
import { TemplateButton } from '../../../writing/parts/template-button.tsx';
import { useWritingHelp, type WritingHelp } from '../../../writing/parts/use-writing-help.ts';
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

/** How it was written: with which template, and what was pointed out and sent all the same. */
type How = ReturnType<WritingHelp['how']>;

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
  send: (on: On, draft: Draft, how: How) => Promise<void>;
  onSent: () => void;
};

/** Something to write and send: kept until it is sent, and not sent past what came meanwhile. */
export function WritingForm(props: Props) {
  const { t } = useTranslation();
  const { item, kind, takesFiles = true, ready = true } = props;
  const { draft, change, clear, kept } = useDraft(item.id, kind);
  const uploads = useUploads(change);
  const ownField = useRef<HTMLTextAreaElement>(null);
  const place = props.field ?? ownField;
  const onText = (text: string) => change(() => ({ text }));
  const help = useWritingHelp(item, kind, { place, text: draft.text, onText });
  const { acting, news } = useActing(
    item,
    (on) => props.send(on, draft, help.how()),
    () => {
      clear();
      help.sent();
      props.onSent();
    },
  );
  const canSend = ready && draft.text.trim() !== '' && uploads.uploading.length === 0;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (canSend && !acting.isPending && help.mayGo()) acting.mutate();
      }}
    >
      {props.extra}
      <WritingField
        field={place}
        onSlash={help.active ? () => help.choose('slash') : undefined}
        label={props.label}
        placeholder={props.placeholder}
        value={draft.text}
        onChange={onText}
        onFiles={takesFiles ? uploads.add : undefined}
      />
      <HintList help={help} />
      {props.renderBelow?.(draft.text, onText)}
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
        {help.active && <TemplateButton help={help} />}
        <span className={styles.state}>
          {draft.text !== '' && t(kept ? 'composer.draftKept' : 'composer.draftNotKept')}
        </span>
        {props.after}
        <SendButton {...{ help, canSend }} label={props.submit} loading={acting.isPending} />
      </footer>
    </form>
  );
}

type SendProps = { help: WritingHelp; label: string; canSend: boolean; loading: boolean };

function SendButton({ help, label, canSend, loading }: SendProps) {
  const { t } = useTranslation();
  const again = help.asked && help.blanks.length === 0;
  return (
    <Button type="submit" disabled={!canSend} loading={loading}>
      {again ? t('writing.sendAllTheSame') : label} <kbd>{sendKey}</kbd>
    </Button>
  );
}

const sendKey = navigator.platform.startsWith('Mac') ? '⌘↵' : 'Ctrl ↵';

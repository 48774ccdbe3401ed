import type { Case, Message } from '@baton/contract';
import { Button } from '@mantine/core';
import { useCallback, useRef, type ReactNode, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { HintList } from '../../../writing/parts/hint-list.tsx';
import { TemplateButton } from '../../../writing/parts/template-button.tsx';
import { useWritingHelp, type WritingHelp } from '../../../writing/parts/use-writing-help.ts';
import { ProblemNote } from '../../../../ui/problem/problem-note.tsx';
import type { On } from '../../doing.ts';
import { AttachButton } from './attach-button.tsx';
import styles from './composer.module.css';
import type { Draft, DraftKind } from './draft.ts';
import { DraftConflict } from './draft-conflict.tsx';
import type { DraftKeeper } from './draft-keeper.ts';
import type { Field } from './field.ts';
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
  /** What is asked before it goes, below what is written. */
  asks?: ReactNode;
  /** Further ways to send, at the button; the key that opens them. */
  ways?: ReactNode;
  onWays?: () => void;
  /** What is offered below the field while one writes. */
  renderBelow?: (text: string, onText: (text: string) => void) => ReactNode;
  takesFiles?: boolean;
  ready?: boolean;
  field?: RefObject<Field | null>;
  /** Whether it may be formatted. */
  rich?: boolean;
  /** `version` is that of the draft from which it is sent; it is gone with it. */
  send: (on: On, draft: Draft & { version: number }, how: How) => Promise<void>;
  onSent: () => void;
};

type TroublesProps = Pick<ReturnType<typeof useDraft>, 'conflict' | 'keeper'> & {
  upload: unknown;
  acting: Error | null;
  news: Message[];
};

/** What stands in the way, or went wrong; what was written is kept. */
function Troubles({ upload, conflict, keeper, acting, news }: TroublesProps) {
  const { t } = useTranslation();
  return (
    <>
      {Boolean(upload) && <ProblemNote error={upload} kept={t('composer.kept')} />}
      {conflict && (
        <DraftConflict conflict={conflict} onTheirs={keeper.takeTheirs} onMine={keeper.keepMine} />
      )}
      {acting && <News error={acting} news={news} />}
    </>
  );
}

function without(files: Draft['files'], id: string): Draft['files'] {
  return files.filter((file) => file.id !== id);
}

/** Something to write and send: kept until it is sent, and not sent past what came meanwhile. */
export function WritingForm(props: Props) {
  const { t } = useTranslation();
  const { item, kind, takesFiles = true, ready = true } = props;
  const { draft, taken, conflict, kept, keeper, change } = useDraft(item.id, kind);
  const uploads = useUploads(change);
  const ownField = useRef<Field>(null);
  const place = props.field ?? ownField;
  const onText = useCallback((text: string) => change(() => ({ text, html: null })), [change]);
  const help = useWritingHelp(item, kind, {
    ...{ place, text: draft.text, template: draft.template },
    onTemplate: (template) => change(() => ({ template })),
  });
  const { acting, news } = useActing(
    item,
    (on) => sendFrom(keeper, draft, (sent) => props.send(on, sent, help.how())),
    () => {
      void keeper.sent();
      help.sent();
      props.onSent();
    },
  );
  const isClear = conflict === null && uploads.uploading.length === 0;
  const canSend = ready && draft.text.trim() !== '' && isClear;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (canSend && !acting.isPending && help.mayGo()) acting.mutate();
      }}
      onKeyDown={(event) => {
        const isMore = event.key === 'Enter' && event.shiftKey && (event.ctrlKey || event.metaKey);
        if (isMore) props.onWays?.();
      }}
    >
      {props.extra}
      <WritingField
        field={place}
        onSlash={help.active ? () => help.choose('slash') : undefined}
        label={props.label}
        placeholder={props.placeholder}
        draft={draft}
        taken={taken}
        rich={props.rich ?? false}
        onChange={(words) => change(() => words)}
        onFiles={takesFiles ? uploads.add : undefined}
        onPicture={uploads.picture}
      />
      <HintList help={help} />
      {props.renderBelow?.(draft.text, onText)}
      <FileStrip
        files={draft.files}
        uploading={uploads.uploading}
        onRemove={(id) => change(({ files }) => ({ files: without(files, id) }))}
      />
      <Troubles {...{ conflict, keeper, news }} upload={uploads.error} acting={acting.error} />
      {props.asks}
      <footer className={styles.foot}>
        {takesFiles && <AttachButton onFiles={uploads.add} />}
        {help.active && <TemplateButton help={help} />}
        <span className={styles.state}>{draft.text !== '' && t(stateWords[kept])}</span>
        <Button.Group>
          <SendButton {...{ help, canSend }} label={props.submit} loading={acting.isPending} />
          {props.ways}
        </Button.Group>
      </footer>
    </form>
  );
}

/** Where what one writes is kept. */
const stateWords = {
  server: 'composer.draftKept',
  here: 'drafting.keptHere',
  refused: 'drafting.keptHereOnly',
  nowhere: 'composer.draftNotKept',
} as const;

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

/** Sends what a keeper keeps; where that failed, it goes on keeping it. */
async function sendFrom(
  keeper: DraftKeeper,
  draft: Draft,
  send: (sent: Draft & { version: number }) => Promise<void>,
): Promise<void> {
  try {
    await send({ ...draft, version: await keeper.settle(draft) });
  } catch (error) {
    keeper.resume();
    throw error;
  }
}

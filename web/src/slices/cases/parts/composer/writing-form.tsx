import type { Case, Message } from '@baton/contract';
import { useCallback, useRef, type ReactNode, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { HintList } from '../../../writing/parts/hint-list.tsx';
import { useWritingHelp, type WritingHelp } from '../../../writing/parts/use-writing-help.ts';
import { ProblemNote } from '../../../../ui/problem/problem-note.tsx';
import { typed } from '../../../../ui/unsaved/unsaved.ts';
import type { On } from '../../doing.ts';
import styles from './composer.module.css';
import type { Draft, DraftKind } from './draft.ts';
import { DraftConflict } from './draft-conflict.tsx';
import type { DraftKeeper } from './draft-keeper.ts';
import type { Field } from './field.ts';
import { FileStrip } from './file-strip.tsx';
import { News } from './news.tsx';
import { useActing } from './use-acting.ts';
import { useDraft } from './use-draft.ts';
import { useInTurn } from './use-in-turn.ts';
import { useMeanwhile } from './use-meanwhile.ts';
import { useUploads } from './use-uploads.ts';
import { WritingField } from './writing-field.tsx';
import { WritingFoot } from './writing-foot.tsx';

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
  /** What came on the screen while one wrote. */
  came: Message[];
};

/** What stands in the way, or went wrong; what was written is kept. */
function Troubles({ upload, conflict, keeper, acting, news, came }: TroublesProps) {
  const { t } = useTranslation();
  return (
    <>
      {Boolean(upload) && <ProblemNote error={upload} kept={t('composer.kept')} />}
      {conflict && (
        <DraftConflict conflict={conflict} onTheirs={keeper.takeTheirs} onMine={keeper.keepMine} />
      )}
      {acting && <News error={acting} news={news} />}
      {came.length > 0 && <News error={null} news={came} />}
    </>
  );
}

function without(files: Draft['files'], id: string): Draft['files'] {
  return files.filter((file) => file.id !== id);
}

/** What is written, the help with it, and how it is sent once nothing stands in the way. */
function useWritten(props: Props, place: RefObject<Field | null>) {
  const { item, kind, ready = true } = props;
  const writing = useDraft(item.id, kind);
  const { draft, conflict, keeper, change } = writing;
  const uploads = useUploads((file) => change(({ files }) => ({ files: [...files, file] })));
  const help = useWritingHelp(item, kind, {
    ...{ place, text: draft.text, template: draft.template },
    onTemplate: (template) => change(() => ({ template })),
  });
  const meanwhile = useMeanwhile(item, kind, draft.text !== '');
  const { acting, news } = useActing(
    item,
    (on) => sendFrom(on, keeper, draft, (upon, sent) => props.send(upon, sent, help.how())),
    () => {
      void keeper.sent();
      help.sent();
      props.onSent();
    },
    meanwhile.seenUpTo,
  );
  const isClear = conflict === null && uploads.uploading.length === 0;
  const canSend = ready && draft.text.trim() !== '' && isClear;
  const submit = useInTurn(acting, draft, (form) => {
    const mayGo = () => meanwhile.mayGo(news) && help.mayGo();
    if (!canSend || !mayGo()) return;
    // One may go on while it is on its way; what was chosen beside is asked about when it is refused.
    const isLeft = typed.isLeft(form);
    typed.giveUp(form);
    acting.mutate(undefined, { onError: () => isLeft && typed.isBack(form) });
  });
  return { ...writing, uploads, help, acting, news, came: meanwhile.news, canSend, submit };
}

/** Something to write and send: kept until it is sent, and not sent past what came meanwhile. */
export function WritingForm(props: Props) {
  const { takesFiles = true } = props;
  const ownField = useRef<Field>(null);
  const place = props.field ?? ownField;
  const { draft, taken, conflict, kept, keeper, change, ...written } = useWritten(props, place);
  const { uploads, help, acting, news, came, canSend } = written;
  const onText = useCallback((text: string) => change(() => ({ text, html: null })), [change]);
  return (
    <form
      data-loses-nothing
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        written.submit(event.currentTarget);
      }}
    >
      <div data-loses-typed>{props.extra}</div>
      <WritingField
        field={place}
        onWays={props.onWays}
        onTab={help.nextBlank}
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
      <div data-loses-typed>{props.renderBelow?.(draft.text, onText)}</div>
      <FileStrip
        files={draft.files}
        uploading={uploads.uploading}
        onRemove={(id) => change(({ files }) => ({ files: without(files, id) }))}
      />
      <Troubles
        {...{ conflict, keeper, news, came }}
        upload={uploads.error}
        acting={acting.error}
      />
      {props.asks}
      <WritingFoot
        {...{ help, canSend, kept, ways: props.ways }}
        isEmpty={draft.text === ''}
        label={props.submit}
        loading={acting.isPending}
        onFiles={takesFiles ? uploads.add : undefined}
      />
    </form>
  );
}

/** No case is at this version: only what was done already, and is known by its key, is answered. */
const noVersion = 0;

/**
 * Sends what a keeper keeps; where that failed, it goes on keeping it. Where its draft is gone at the
 * server, that was the last try, of which no answer came, or another device: nothing goes twice.
 */
async function sendFrom(
  on: On,
  keeper: DraftKeeper,
  draft: Draft,
  send: (on: On, sent: Draft & { version: number }) => Promise<void>,
): Promise<void> {
  const { version, ended } = await keeper.settle(draft);
  try {
    await send(ended ? { ...on, version: noVersion } : on, { ...draft, version });
  } catch (error) {
    keeper.resume(error);
    throw error;
  }
}

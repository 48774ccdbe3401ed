import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './composer.module.css';
import type { Draft } from './draft.ts';
import { PlainField, type PlainProps } from './plain-field.tsx';
import { fetchEditorAnew, useEditorLoaded } from './rich/loaded.ts';
import type { RichField } from './rich/rich-field.tsx';
import type { PutPicture } from './use-uploads.ts';

type Props = Omit<PlainProps, 'value' | 'onChange' | 'onBlur' | 'still'> & {
  draft: Draft;
  /** Counts what came from elsewhere. */
  taken: number;
  /** Whether it may be formatted. */
  rich: boolean;
  onChange: (words: Pick<Draft, 'text' | 'html'>) => void;
  onPicture: (picture: File, put: PutPicture) => Promise<void>;
};

type Shown = { Rich: typeof RichField | null; focused: boolean };

/**
 * Where one writes. What goes to the customer may be formatted; until that editor is there the field
 * is a plain one, and stays it for as long as somebody is writing in it: no letter gets lost.
 */
export function WritingField({ draft, taken, rich, onChange, onPicture, ...props }: Props) {
  const editor = useEditorLoaded();
  const [{ Rich, focused }, show] = useState<Shown>({
    Rich: rich ? editor.Field : null,
    focused: false,
  });
  useEffect(() => {
    if (!rich || Rich || !editor.Field) return undefined;
    const found = editor.Field;
    let gone = false;
    queueMicrotask(() => {
      const area = props.field.current?.element;
      const isFocused = area !== undefined && document.activeElement === area;
      if (gone || (isFocused && props.field.current?.text() !== '')) return;
      show({ Rich: found, focused: isFocused });
    });
    return () => void (gone = true);
  }, [rich, Rich, editor, props.field]);
  if (Rich) {
    const words = { draft, taken, onChange, onPicture, focused };
    return <Rich {...props} {...words} />;
  }
  const failed = rich && editor.state === 'failed';
  // Written on in a plain field, it would lose its pictures and its formatting unseen.
  const still = failed && draft.html !== null;
  return (
    <>
      <PlainField
        {...props}
        still={still}
        value={draft.text}
        onChange={(text) => onChange({ text, html: null })}
        onBlur={() => rich && editor.Field && show({ Rich: editor.Field, focused: false })}
      />
      {failed && (
        <NoEditor onPlain={still ? () => onChange({ text: draft.text, html: null }) : null} />
      )}
    </>
  );
}

/** Said where the editor could not be fetched; `onPlain` goes on without what was formatted. */
function NoEditor({ onPlain }: { onPlain: (() => void) | null }) {
  const { t } = useTranslation();
  return (
    <p className={styles.hint} role="status">
      {t(onPlain ? 'drafting.noEditorFormatted' : 'drafting.noEditor')}{' '}
      <button type="button" className={styles.plain} onClick={() => void fetchEditorAnew()}>
        {t('problem.again')}
      </button>
      {onPlain && (
        <button type="button" className={styles.plain} onClick={onPlain}>
          {t('drafting.withoutFormatting')}
        </button>
      )}
    </p>
  );
}

import { useEffect, useState } from 'react';
import type { Draft } from './draft.ts';
import { PlainField, type PlainProps } from './plain-field.tsx';
import type { RichField } from './rich/rich-field.tsx';

type Rich = typeof RichField;
type Props = Omit<PlainProps, 'value' | 'onChange' | 'onBlur'> & {
  draft: Draft;
  /** Counts what came from elsewhere. */
  taken: number;
  /** Whether it may be formatted. */
  rich: boolean;
  onChange: (words: Pick<Draft, 'text' | 'html'>) => void;
  onPicture: (picture: File) => Promise<{ id: string; name: string } | null>;
};

let loaded: Rich | null = null;
const loading = load();

async function load(): Promise<void> {
  loaded = (await import('./rich/rich-field.tsx')).RichField;
}

/**
 * Where one writes. What goes to the customer may be formatted; until that editor is there the field
 * is a plain one, and stays it for as long as somebody is writing in it: no letter gets lost.
 */
export function WritingField({ draft, taken, rich, onChange, onPicture, ...props }: Props) {
  const [{ Shown, focused }, show] = useState({ Shown: rich ? loaded : null, focused: false });
  const [waits, setWaits] = useState(false);
  useEffect(() => {
    if (!rich || Shown) return;
    let gone = false;
    const change = async () => {
      await loading;
      if (gone) return;
      const area = props.field.current?.element;
      const isFocused = area !== undefined && document.activeElement === area;
      if (isFocused && props.field.current?.text() !== '') setWaits(true);
      else show({ Shown: loaded, focused: isFocused });
    };
    void change();
    return () => void (gone = true);
  }, [rich, Shown, props.field]);
  if (Shown) {
    const words = { draft, taken, onChange, onPicture, focused };
    return <Shown {...props} {...words} />;
  }
  return (
    <PlainField
      {...props}
      value={draft.text}
      onChange={(text) => onChange({ text, html: null })}
      onBlur={() => waits && show({ Shown: loaded, focused: false })}
    />
  );
}

import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { TemplateButton } from '../../../writing/parts/template-button.tsx';
import type { WritingHelp } from '../../../writing/parts/use-writing-help.ts';
import { AttachButton } from './attach-button.tsx';
import styles from './composer.module.css';
import type { Keeping } from './draft-keeper.ts';

type SendProps = { help: WritingHelp; label: string; canSend: boolean; loading: boolean };

type Props = SendProps & {
  kept: Keeping['kept'];
  isEmpty: boolean;
  /** Further ways to send, at the button. */
  ways: ReactNode;
  onFiles: ((files: Iterable<File>) => void) | undefined;
};

/** What can be put in, where what one writes is kept, and the button that sends. */
export function WritingFoot({ help, kept, isEmpty, ways, onFiles, ...sending }: Props) {
  const { t } = useTranslation();
  return (
    <footer className={styles.foot}>
      {onFiles && <AttachButton onFiles={onFiles} />}
      {help.active && <TemplateButton help={help} />}
      <span className={styles.state}>{!isEmpty && t(stateWords[kept])}</span>
      <Button.Group>
        <SendButton help={help} {...sending} />
        {ways}
      </Button.Group>
    </footer>
  );
}

/** Where what one writes is kept. */
const stateWords = {
  server: 'composer.draftKept',
  here: 'drafting.keptHere',
  refused: 'drafting.keptHereOnly',
  nowhere: 'composer.draftNotKept',
} as const;

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

import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { otherKeys } from '../../../ui/keys/keys.ts';
import { TemplatePicker } from './template-picker.tsx';
import type { WritingHelp } from './use-writing-help.ts';

/** Begins with a template; the same as `/` at the beginning of a line. */
export function TemplateButton({ help }: { help: WritingHelp }) {
  const { t } = useTranslation();
  return (
    <>
      <Button variant="subtle" color="gray" onClick={() => help.choose('button')}>
        {t('writing.template')} <kbd>{otherKeys.writing.template}</kbd>
      </Button>
      {help.isChoosing && (
        <TemplatePicker
          templates={help.templates}
          values={help.values}
          onClose={help.leave}
          onChosen={help.begin}
        />
      )}
    </>
  );
}

import type { Case } from '@baton/contract';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { handOver } from '../../doing.ts';
import { markBelow, PackageFields, usePackage } from '../package/package-fields.tsx';
import type { Field } from './field.ts';
import { WritingForm } from './writing-form.tsx';

type Props = { item: Case; field: RefObject<Field | null>; onSent: () => void };

/** Passing up to the next level, with a reason, a summary and marked parts for whoever takes it. */
export function UpForm({ item, field, onSent }: Props) {
  const { t } = useTranslation();
  const pack = usePackage();
  return (
    <WritingForm
      item={item}
      kind="up"
      field={field}
      takesFiles={false}
      label={t('composer.summary')}
      placeholder={t('composer.summaryUp')}
      submit={t('composer.passUp')}
      ready={pack.reason !== ''}
      extra={<PackageFields direction="up" pack={pack} />}
      send={(on, { text, key, version }) =>
        handOver(
          { ...on, key },
          {
            direction: 'up',
            reason: pack.reason,
            summary: text,
            marked: pack.marked,
            draft: version,
          },
        )
      }
      renderBelow={markBelow(item, pack)}
      onSent={onSent}
    />
  );
}

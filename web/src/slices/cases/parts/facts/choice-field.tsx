import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { messagesQuery } from '../../queries.ts';

type Props = {
  /** Label and looks. */
  shared: object;
  value: string;
  data: { value: string; label: string }[];
  onChange: (value: string | null) => void;
};

/** One of several, or not known yet. */
export function ChoiceField({ shared, value, data, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <NativeSelect
      {...shared}
      value={value}
      data={[{ value: '', label: t('facts.notKnown') }, ...data]}
      onChange={({ currentTarget: { value: chosen } }) => onChange(chosen === '' ? null : chosen)}
    />
  );
}

/** One of the files that messages of the case carry. */
export function FileField({ caseId, ...rest }: Omit<Props, 'data'> & { caseId: string }) {
  const { data: messages = [] } = useQuery(messagesQuery(caseId));
  const files = messages.flatMap((message) => message.files);
  const data = files.map(({ id, name }) => ({ value: id, label: name }));
  return <ChoiceField {...rest} data={data} />;
}

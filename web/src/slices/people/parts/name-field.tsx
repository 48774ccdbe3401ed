import { TextInput } from '@mantine/core';

type Props = { label: string; most: number; value: string; onChange: (name: string) => void };

/** The name of an agent or of a team. */
export function NameField({ label, most, value, onChange }: Props) {
  return (
    <TextInput
      label={label}
      data-path="name"
      value={value}
      required
      withAsterisk={false}
      maxLength={most}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

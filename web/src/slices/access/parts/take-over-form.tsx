import { languages, type Language, type SignInLink } from '@baton/contract';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import i18next from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../ui/problem/problem-note.tsx';
import { browserZone } from '../../../ui/time/browser-zone.ts';
import { browserLanguage, languageNames, speak } from '../../../words/index.ts';
import { useEntering } from '../entering.ts';
import { takeOver } from '../queries.ts';
import { PasswordField } from './password-field.tsx';
import { zones } from './zones.ts';
import { AddressField } from './address-field.tsx';

/** The agent made by a fresh installation has a name and an address that are nobody's. */
function prefilled(link: SignInLink) {
  const isPlaceholder = link.email.endsWith('@localhost');
  return {
    name: isPlaceholder ? '' : link.name,
    email: isPlaceholder ? '' : link.email,
    password: '',
    language: browserLanguage([i18next.language]),
    zone: browserZone(),
  };
}

export function TakeOverForm({ token, link }: { token: string; link: SignInLink }) {
  const { t } = useTranslation();
  const [given, setGiven] = useState(() => prefilled(link));
  const set = (change: Partial<typeof given>) => setGiven((before) => ({ ...before, ...change }));
  const enter = useEntering();
  const taking = useMutation({
    mutationFn: () => takeOver(token, given),
    onSuccess: () => enter('/'),
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        taking.mutate();
      }}
    >
      <TextInput
        label={t('welcome.name')}
        data-path="name"
        description={t('welcome.nameWhy')}
        autoComplete="name"
        required
        withAsterisk={false}
        autoFocus
        maxLength={200}
        value={given.name}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <AddressField value={given.email} onChange={(email) => set({ email })} />
      <PasswordField value={given.password} onChange={(password) => set({ password })} />
      <LanguageAndZone given={given} set={set} />
      {taking.error && <ProblemNote error={taking.error} kept={t('welcome.kept')} />}
      <Button type="submit" size="md" loading={taking.isPending}>
        {t('welcome.enter')}
      </Button>
    </form>
  );
}

type Choice = { language: Language; zone: string };

function LanguageAndZone(props: { given: Choice; set: (change: Partial<Choice>) => void }) {
  const { t } = useTranslation();
  return (
    <>
      <NativeSelect
        label={t('welcome.language')}
        data-path="language"
        value={props.given.language}
        data={languages.map((value) => ({ value, label: languageNames[value] }))}
        onChange={(event) => {
          const language = browserLanguage([event.currentTarget.value]);
          props.set({ language });
          void speak(language);
        }}
      />
      <NativeSelect
        label={t('welcome.zone')}
        data-path="zone"
        value={props.given.zone}
        data={zones(props.given.zone)}
        onChange={(event) => props.set({ zone: event.currentTarget.value })}
      />
    </>
  );
}

import { languages, type Language, type Me } from '@baton/contract';
import { Menu, useMantineColorScheme } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { KeyCap } from '../../../ui/keys/key-cap.tsx';
import { languageNames } from '../../../words/index.ts';
import { mayChoose } from '../../settings/sections.ts';
import { useLeaving } from '../leaving.ts';
import { may } from '../may.ts';
import { seesMail } from '../queries.ts';
import { useSpeaking } from '../speaking.ts';
import styles from './navigation.module.css';
import { PersonButton } from './person-button.tsx';

const schemes = ['light', 'dark', 'auto'] as const;

type Props = { who: Me; onKeys: () => void; openAtOnce: boolean };

/** Oneself: light and dark, language, keys, the way out. */
export function PersonMenu({ who, onKeys, openAtOnce }: Props) {
  const { t } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const leave = useLeaving();
  const narrow = useMediaQuery('(max-width: 760px), (max-height: 480px)');
  return (
    <Menu position="top-start" width={212} defaultOpened={openAtOnce}>
      <Menu.Target>
        <PersonButton who={who} />
      </Menu.Target>
      <Menu.Dropdown className={styles.menu}>
        {narrow && <OtherPlaces who={who} />}
        <Menu.Label>{t('me.looks')}</Menu.Label>
        <Menu.RadioGroup
          value={colorScheme}
          onChange={(value) => setColorScheme(schemes.find((one) => one === value) ?? 'auto')}
        >
          {schemes.map((scheme) => (
            <Menu.RadioItem key={scheme} value={scheme} closeMenuOnClick={false}>
              {t(`me.scheme.${scheme}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        {who.agent && <Languages agentId={who.agent.id} current={who.agent.language} />}
        <Menu.Divider />
        <Menu.Item onClick={onKeys} rightSection={<KeyCap of="keys" />}>
          {t('keys.title')}
        </Menu.Item>
        {who.agent && (
          <Menu.Item component={Link} to="/absence">
            {t('me.absence')}
          </Menu.Item>
        )}
        {who.agent && (
          <Menu.Item component={Link} to="/signature">
            {t('me.signature')}
          </Menu.Item>
        )}
        {who.agent && (
          <Menu.Item component={Link} to="/security">
            {t('me.security')}
          </Menu.Item>
        )}
        <Menu.Item onClick={leave}>{t('me.signOut')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** Where the bar of a narrow screen has no room to lead. */
function OtherPlaces({ who }: { who: Me }) {
  const { t } = useTranslation();
  return (
    <>
      <Menu.Label>{who.name}</Menu.Label>
      {who.agent && may(who, 'Cases', 'agent') && (
        <Menu.Item component={Link} to="/intake">
          {t('nav.newCase')}
        </Menu.Item>
      )}
      {may(who, 'Cases', 'reader') && (
        <Menu.Item component={Link} to="/pyramid">
          {t('nav.pyramid')}
        </Menu.Item>
      )}
      {may(who, 'Customers', 'reader') && (
        <Menu.Item component={Link} to="/customers">
          {t('nav.customers')}
        </Menu.Item>
      )}
      {seesMail(who) && (
        <>
          <Menu.Item component={Link} to="/outbox">
            {t('nav.outbox')}
          </Menu.Item>
          <Menu.Item component={Link} to="/mail-in">
            {t('nav.mailIn')}
          </Menu.Item>
        </>
      )}
      {mayChoose(who) && (
        <Menu.Item component={Link} to="/settings">
          {t('nav.settings')}
        </Menu.Item>
      )}
      <Menu.Divider />
    </>
  );
}

function Languages({ agentId, current }: { agentId: string; current: Language }) {
  const { t } = useTranslation();
  const speakIn = useSpeaking();
  return (
    <>
      <Menu.Label>{t('me.language')}</Menu.Label>
      <Menu.RadioGroup
        value={current}
        onChange={(value) => speakIn({ agentId, language: languageOf(value) })}
      >
        {languages.map((language) => (
          <Menu.RadioItem key={language} value={language} lang={language} closeMenuOnClick={false}>
            {languageNames[language]}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
    </>
  );
}

const languageOf = (value: string | null) => languages.find((one) => one === value) ?? 'en';

import { languages, type Me } from '@baton/contract';
import { useMantineColorScheme } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { commandsHere } from '../../ui/keys/commands.ts';
import { keyOfName } from '../../ui/keys/keys.ts';
import { languageNames } from '../../words/index.ts';
import { may } from '../access/may.ts';
import { useLeaving } from '../access/leaving.ts';
import { seesMail } from '../access/queries.ts';
import { useSpeaking } from '../access/speaking.ts';
import { sectionsFor } from '../settings/sections.ts';
import { type Choice, recently } from './choice.ts';
import { recentOf } from './recent.ts';

/** What can always be chosen: what was chosen last, what can be done here, pages, looks. */
export function useStanding(who: Me, onKeys: () => void): Choice[] {
  const { t } = useTranslation();
  const looks = useLooks(who, onKeys);
  // As it was when one began to look: the list does not change under one's hands.
  const [here] = useState(commandsHere);
  return useMemo(() => {
    const pages = pagesFor(who).map(({ href, name }): Choice => {
      return { id: `go:${href}`, group: 'go', name: t(name), href };
    });
    const settings = sectionsFor(who).map(({ to, name }): Choice => {
      const title = t(name as 'nav.settings');
      return { id: `go:${to}`, group: 'settings', name: title, note: t('nav.settings'), href: to };
    });
    const doable = here.map(({ name, keys, run }, place): Choice => {
      return { id: `here:${place}`, group: 'here', name, keys, run };
    });
    const all = [...doable, ...pages, ...settings, ...looks];
    const recent = (who.agent ? recentOf(who.agent.id) : []).flatMap((one): Choice[] => {
      // What can be done anew: a page that one may still see, or a place that was found.
      const again = all.find(({ id }) => id === one.id) ?? (one.href === undefined ? null : one);
      return again ? [{ ...again, group: 'recent', id: `${recently}${one.id}` }] : [];
    });
    return [...recent, ...all];
  }, [who, here, looks, t]);
}

/** The pages that somebody may see, as the navigation offers them. */
function pagesFor(who: Me) {
  const page = <Name extends string>(href: string, name: Name, sees = true) => ({
    href,
    name,
    sees,
  });
  return [
    page('/', 'nav.hands'),
    page('/search', 'nav.search', may(who, 'Cases', 'reader')),
    page('/intake', 'nav.newCase', who.agent !== null && may(who, 'Cases', 'agent')),
    page('/tasks', 'nav.tasks', who.agent !== null && may(who, 'Cases', 'agent')),
    page('/drafts', 'nav.drafts', who.agent !== null && may(who, 'Cases', 'agent')),
    page('/hand-overs', 'shortcuts.batch', who.agent !== null && may(who, 'Cases', 'agent')),
    page('/pyramid', 'nav.pyramid', may(who, 'Cases', 'reader')),
    page('/customers', 'nav.customers', may(who, 'Customers', 'reader')),
    page('/notices', 'nav.notices', who.agent !== null && may(who, 'Notices', 'reader')),
    page('/outbox', 'nav.outbox', seesMail(who)),
    page('/mail-in', 'nav.mailIn', seesMail(who)),
    page('/absence', 'me.absence', who.agent !== null),
    page('/security', 'me.security', who.agent !== null),
  ].filter(({ sees }) => sees);
}

const schemes = ['light', 'dark', 'auto'] as const;

/** How the desk looks and speaks, its keys, and the way out. */
function useLooks(who: Me, onKeys: () => void): Choice[] {
  const { t } = useTranslation();
  const { setColorScheme } = useMantineColorScheme();
  const speakIn = useSpeaking();
  const leave = useLeaving();
  return useMemo(() => {
    const look = (id: string, name: string, run: () => void, note?: string, keys?: string) => ({
      ...{ id: `looks:${id}`, group: 'looks' as const, name, run, note, keys },
    });
    const agentId = who.agent?.id;
    return [
      ...schemes.map((scheme) =>
        look(scheme, t(`me.scheme.${scheme}`), () => setColorScheme(scheme), t('me.looks')),
      ),
      ...(agentId
        ? languages.map((language) =>
            look(
              language,
              languageNames[language],
              () => speakIn({ agentId, language }),
              t('me.language'),
            ),
          )
        : []),
      look('keys', t('keys.title'), onKeys, undefined, keyOfName.keys),
      look('out', t('me.signOut'), leave),
    ];
  }, [who, onKeys, setColorScheme, speakIn, leave, t]);
}

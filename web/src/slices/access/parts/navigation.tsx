import type { Me } from '@baton/contract';
import { useDisclosure } from '@mantine/hooks';
import { Link, useNavigate } from '@tanstack/react-router';
import { Suspense, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { beginToLook } from '../../../ui/keys/early-field.ts';
import { useKeys } from '../../../ui/keys/use-keys.ts';
import { lazyPart } from '../../../ui/parts/lazy-part.ts';
import { Brand } from '../../../ui/shell/brand.tsx';
import {
  BellIcon,
  CustomersIcon,
  HandsIcon,
  MailInIcon,
  OutboxIcon,
  PhoneIcon,
  PyramidIcon,
  SearchIcon,
  SettingsIcon,
  TasksIcon,
} from '../../../ui/shell/icons.tsx';
import { HandsCount } from '../../cases/parts/hands-count.tsx';
import { UnseenCount } from '../../notices/parts/unseen-count.tsx';
import { PaletteHost } from '../../palette/palette-host.tsx';
import { MyTasksCount } from '../../tasks/parts/my-tasks-count.tsx';
import { mayChoose } from '../../settings/sections.ts';
import { may } from '../may.ts';
import { seesMail } from '../queries.ts';
import styles from './navigation.module.css';
import { PersonButton } from './person-button.tsx';

const KeysDialog = lazyPart(
  async () => (await import('../../../ui/keys/keys-dialog.tsx')).KeysDialog,
  'keys',
);

const PersonMenu = lazyPart(async () => (await import('./person-menu.tsx')).PersonMenu);

/** Fetched when the desk stands. */
const SavedPlaces = lazyPart(
  async () => (await import('../../search/parts/saved-places.tsx')).SavedPlaces,
);

/** Where one can go: at the side, and at the bottom of a narrow screen. */
export function Navigation({ who }: { who: Me }) {
  const { t } = useTranslation();
  const [keysOpen, keys] = useDisclosure(false);
  /** The menu was asked for before it was there. */
  const [asked, setAsked] = useState(false);
  const navigate = useNavigate();
  useKeys({
    keys: keys.open,
    ...(speaksWith(who) && { intake: () => void navigate({ to: '/intake' }) }),
    ...(may(who, 'Cases', 'reader') && {
      search: () => {
        if (beginToLook(t('nav.search'))) void navigate({ to: '/search' });
      },
    }),
    ...(speaksWith(who) && { batch: () => void navigate({ to: '/hand-overs' }) }),
  });
  return (
    <nav className={styles.navigation} aria-label={t('nav.name')}>
      <Link to="/" className={styles.brand} aria-label={t('nav.home')}>
        <Brand />
      </Link>
      <PaletteHost who={who} onKeys={keys.open} />
      <Places who={who} />
      <span className={styles.space} />
      <Suspense fallback={<PersonButton who={who} onClick={() => setAsked(true)} />}>
        <PersonMenu who={who} onKeys={keys.open} openAtOnce={asked} />
      </Suspense>
      <Suspense>{keysOpen && <KeysDialog opened onClose={keys.close} />}</Suspense>
    </nav>
  );
}

/** Whoever takes part in cases writes down who calls or comes. */
const speaksWith = (who: Me) => who.agent !== null && may(who, 'Cases', 'agent');

/** The places that somebody may go to. */
function Places({ who }: { who: Me }) {
  const { t } = useTranslation();
  const seesCases = may(who, 'Cases', 'reader');
  return (
    <>
      <Place
        to="/"
        icon={<HandsIcon />}
        name={t('nav.hands')}
        after={<HandsCount className={styles.count} />}
      />
      {seesCases && (
        <>
          <Place to="/search" icon={<SearchIcon />} name={t('nav.search')} />
          <Suspense>
            <SavedPlaces />
          </Suspense>
        </>
      )}
      {speaksWith(who) && (
        <Place to="/intake" icon={<PhoneIcon />} name={t('nav.newCase')} wideOnly />
      )}
      {who.agent && may(who, 'Cases', 'agent') && (
        <Place
          to="/tasks"
          icon={<TasksIcon />}
          name={t('nav.tasks')}
          after={<MyTasksCount className={styles.count} />}
        />
      )}
      {who.agent && may(who, 'Notices', 'reader') && (
        <Place
          to="/notices"
          icon={<BellIcon />}
          name={t('nav.notices')}
          after={<UnseenCount className={styles.count} />}
        />
      )}
      {seesCases && <Place to="/pyramid" icon={<PyramidIcon />} name={t('nav.pyramid')} wideOnly />}
      {may(who, 'Customers', 'reader') && (
        <Place to="/customers" icon={<CustomersIcon />} name={t('nav.customers')} wideOnly />
      )}
      {seesMail(who) && (
        <>
          <Place to="/outbox" icon={<OutboxIcon />} name={t('nav.outbox')} wideOnly />
          <Place to="/mail-in" icon={<MailInIcon />} name={t('nav.mailIn')} wideOnly />
        </>
      )}
      {mayChoose(who) && (
        <Place to="/settings" icon={<SettingsIcon />} name={t('nav.settings')} wideOnly />
      )}
    </>
  );
}

type PlaceProps = {
  to:
    | '/'
    | '/intake'
    | '/search'
    | '/tasks'
    | '/notices'
    | '/pyramid'
    | '/customers'
    | '/outbox'
    | '/mail-in'
    | '/settings';
  icon: ReactNode;
  name: string;
  after?: ReactNode;
  /** On a narrow screen it stands in the menu behind "More". */
  wideOnly?: boolean;
};

function Place({ to, icon, name, after, wideOnly = false }: PlaceProps) {
  return (
    <Link
      to={to}
      className={styles.place}
      data-wide-only={wideOnly || undefined}
      activeOptions={{ exact: to === '/' }}
      activeProps={{ 'aria-current': 'page' }}
    >
      <span className={styles.icon}>{icon}</span>
      <span className={styles.name}>{name}</span>
      {after}
    </Link>
  );
}

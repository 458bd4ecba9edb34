import type { ReactNode } from 'react';
import { Avatar } from './Avatar.tsx';
import { Murrina } from './Murrina.tsx';
import styles from './PageFrame.module.css';
import { PageLink } from './PageLink.tsx';
import { RoomIcon, type RoomIconName } from './RoomIcon.tsx';
import { useLargeText } from './use-large-text.ts';

export type Room = {
  readonly name: string;
  readonly href: string;
  /** Without one, the room is not among a phone's tabs: it is found behind the avatar. */
  readonly icon: RoomIconName | null;
};

type PageFrameProps = {
  /** Only rooms that exist. */
  readonly rooms: readonly Room[];
  /** Where the person is: the `href` of a room, or null between rooms. */
  readonly currentHref: string | null;
  readonly homeHref?: string;
  /** "Saved on this device and at home"; on a phone only heard. */
  readonly syncText?: string | undefined;
  /** An OfflineChip: seen everywhere. */
  readonly offline?: ReactNode;
  readonly person?: { readonly name: string; readonly initials: string; readonly href: string } | undefined;
  readonly children: ReactNode;
};

/** What stands round every screen but the runner's. */
export function PageFrame(props: PageFrameProps) {
  const { rooms, currentHref, homeHref = '/', syncText, offline, person, children } = props;
  const tabs = rooms.flatMap(({ icon, ...room }) => (icon === null ? [] : [{ ...room, icon }]));
  return (
    <div className={styles.frame}>
      <a className={styles.skip} href="#main">
        Skip to content
      </a>
      <header className={styles.top} data-print="hide">
        <PageLink className={styles.brand} href={homeHref}>
          <Murrina form="logo" sizePixels={26} />
          <span>Bottega</span>
        </PageLink>
        <nav className={styles.rooms} aria-label="Rooms">
          {rooms.map((room) => (
            <PageLink
              key={room.href}
              href={room.href}
              aria-current={room.href === currentHref ? 'page' : undefined}
            >
              {room.name}
            </PageLink>
          ))}
        </nav>
        <div className={styles.me}>
          {syncText !== undefined && <span className={styles.sync}>{syncText}</span>}
          {offline}
          {person && (
            <PageLink className={styles.person} href={person.href}>
              <Avatar initials={person.initials} />
              <span className="vh">{person.name}, your own page</span>
            </PageLink>
          )}
        </div>
      </header>
      <main id="main" tabIndex={-1} className={styles.main}>
        {children}
      </main>
      {tabs.length > 0 && <Tabs tabs={tabs} currentHref={currentHref} />}
    </div>
  );
}

type TabsProps = {
  readonly tabs: readonly (Room & { readonly icon: RoomIconName })[];
  readonly currentHref: string | null;
};

/** The rooms at a phone's foot. */
function Tabs({ tabs, currentHref }: TabsProps) {
  const [bar, isLarge] = useLargeText<HTMLElement>();
  return (
    <nav
      ref={bar}
      className={styles.tabs}
      style={{ gridTemplateColumns: `repeat(${tabs.length}, 1fr)` }}
      aria-label="Rooms"
      data-in-place={isLarge ? '' : undefined}
      data-print="hide"
    >
      {tabs.map((room) => (
        <PageLink
          key={room.href}
          href={room.href}
          aria-current={room.href === currentHref ? 'page' : undefined}
        >
          <RoomIcon name={room.icon} />
          <span>{room.name}</span>
        </PageLink>
      ))}
    </nav>
  );
}

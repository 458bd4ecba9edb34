import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { LRUCache } from 'lru-cache';
import type { Actor } from './access.ts';
import type { Clock } from './clock.ts';
import { isLoopback } from './config.ts';
import type { Store } from './database.ts';
import type { AppEnv } from './http.ts';
import { COOKIE_SECONDS, endKey, type KeyOwner, keepKey, ownerOfKey } from './people/store.ts';
import { Refusal } from './problems.ts';

const KEY_PATTERN = /^btg_[A-Za-z0-9_-]{43}$/;
/** An ended key is refused by every process after at most this long; in its own process at once. */
const OWNER_CACHE_MILLISECONDS = 5_000;

export function newKey(): string {
  return `btg_${randomBytes(32).toString('base64url')}`;
}

export type Sessions = {
  /** Finds who asks and puts them into the context as `actor`; does not refuse anybody. */
  readonly identify: MiddlewareHandler<AppEnv>;
  /** Trades the link that `bottega serve` printed for a cookie; false where it is not (or no longer) that link. */
  openLink(c: Context<AppEnv>, token: string): Promise<boolean>;
  /** Trades a key for a cookie of its own, so that ending the one does not end the other. */
  signIn(c: Context<AppEnv>, key: string): Promise<Actor>;
  signOut(c: Context<AppEnv>): Promise<void>;
  /** The browser that asks, by its cookie; undefined for a key of scripts, which stays where it is. */
  browserOf(c: Context<AppEnv>): Promise<Browser | undefined>;
  /** Of the laptop's person, made anew where they erased the one before; undefined where nobody is signed in by a link. */
  localSpace(): Promise<string | undefined>;
  /** What is remembered of the keys of spaces that are gone. */
  forgetSpaces(spaceIds: readonly string[]): void;
  /** Of one that was ended: this process refuses it at once. */
  forgetKey(keyId: string): void;
};

/** A browser that is signed in. */
export type Browser = {
  /** By the link of this machine: whoever is here now as its one person. */
  readonly isLocal: boolean;
  /** Trades its cookie for one of that space. */
  enter(spaceId: string): Promise<void>;
};

/** The laptop's person, and what opens their space from a browser of this machine. */
export type LocalSignIn = {
  /** Their space; a new one where they erased the one before. */
  space(): Promise<string>;
  /** Of the link that is printed, for as long as this server runs. */
  readonly token: string;
  /** Of the link that is handed to a browser: every user of the machine can read it in the list of processes. */
  readonly tokenOnce?: string;
};

export type SessionOptions = {
  readonly store: Store;
  readonly clock: Clock;
  /** Absent where the server is bound to more than loopback. */
  readonly local: LocalSignIn | undefined;
};

export function createSessions({ store, clock, local }: SessionOptions): Sessions {
  let tokenOnce = local?.tokenOnce;
  const { ownerOf, forget } = rememberedOwners(store);

  async function giveCookie(c: Context<AppEnv>, kind: 'local' | 'device', spaceId: string): Promise<void> {
    const key = newKey();
    await keepKey(store, key, { kind, spaceId, label: labelOf(c) });
    await endCookie(c);
    setCookie(c, cookieName(c), key, {
      httpOnly: true,
      sameSite: 'Lax',
      secure: isSecure(c),
      path: '/',
      maxAge: COOKIE_SECONDS,
    });
  }

  async function browserOf(c: Context<AppEnv>): Promise<Browser | undefined> {
    if (bearerOf(c) !== undefined) return undefined;
    const owner = await ownerOf(getCookie(c, cookieName(c)));
    if (owner === undefined || owner.kind === 'script') return undefined;
    const { kind } = owner;
    return { isLocal: kind === 'local', enter: (spaceId) => giveCookie(c, kind, spaceId) };
  }

  /** The browser forgets it: from here on it could only be of use to somebody else. */
  async function endCookie(c: Context<AppEnv>): Promise<void> {
    const owner = await ownerOf(getCookie(c, cookieName(c)));
    if (owner === undefined || owner.kind === 'script') return;
    await endKey(store, owner.keyId, clock.now());
    forget(({ keyId }) => keyId === owner.keyId);
  }

  return {
    identify: async (c, next) => {
      const bearer = bearerOf(c);
      const owner = await ownerOf(bearer ?? getCookie(c, cookieName(c)));
      const isUsable =
        owner !== undefined && (owner.kind !== 'local' || (local !== undefined && isLocalRequest(c)));
      if (bearer !== undefined && !isUsable) throw new Refusal('key-unknown');
      // A device says whose queue it sends: another sign-in in the same browser must not receive it.
      const sender = c.req.header('bottega-space');
      if (isUsable && sender !== undefined && sender !== owner.spaceId) throw new Refusal('other-space');
      if (isUsable) c.set('actor', { spaceId: owner.spaceId, keyId: owner.keyId });
      await next();
    },
    openLink: async (c, token) => {
      if (local === undefined || !isLocalRequest(c)) return false;
      if (tokenOnce !== undefined && isSameText(token, tokenOnce)) tokenOnce = undefined;
      else if (!isSameText(token, local.token)) return false;
      await giveCookie(c, 'local', await local.space());
      return true;
    },
    signIn: async (c, key) => {
      const owner = await ownerOf(key);
      if (owner === undefined || owner.kind !== 'script') throw new Refusal('key-unknown');
      await giveCookie(c, 'device', owner.spaceId);
      return { spaceId: owner.spaceId, keyId: owner.keyId };
    },
    signOut: async (c) => {
      await endCookie(c);
      deleteCookie(c, cookieName(c), { path: '/' });
    },
    browserOf,
    localSpace: async () => local?.space(),
    forgetSpaces: (spaceIds) => forget(({ spaceId }) => spaceIds.includes(spaceId)),
    forgetKey: (ended) => forget(({ keyId }) => keyId === ended),
  };
}

/** Whose a key is, for some seconds: nearly every request asks it. */
function rememberedOwners(store: Store) {
  const owners = new LRUCache<string, KeyOwner>({ max: 10_000, ttl: OWNER_CACHE_MILLISECONDS });
  return {
    ownerOf: async (key: string | undefined): Promise<KeyOwner | undefined> => {
      if (key === undefined || !KEY_PATTERN.test(key)) return undefined;
      const cached = owners.get(key);
      if (cached !== undefined) return cached;
      const owner = await ownerOfKey(store, key);
      if (owner !== undefined) owners.set(key, owner);
      return owner;
    },
    forget: (isGone: (owner: KeyOwner) => boolean): void => {
      for (const [key, owner] of [...owners.entries()]) if (isGone(owner)) owners.delete(key);
    },
  };
}

function bearerOf(c: Context): string | undefined {
  return /^Bearer (\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1];
}

const FORWARDING_HEADERS = [
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-real-ip',
  'via',
];

/** A browser on this machine: `Host` names it, and nothing passed the request on. A page elsewhere can fake neither. */
function isLocalRequest(c: Context): boolean {
  const host = hostNameOf(c.req.header('host') ?? '');
  return isLoopback(host) && FORWARDING_HEADERS.every((name) => c.req.header(name) === undefined);
}

function hostNameOf(host: string): string {
  return host
    .replace(/:\d+$/, '')
    .replace(/^\[(.*)\]$/, '$1')
    .toLowerCase();
}

/** Browsers keep cookies by host and not by port: two servers of one machine would take each other's sign-in away. */
function cookieName(c: Context): string {
  const port = /:(\d{1,5})$/.exec(c.req.header('host') ?? '')?.[1];
  return port === undefined ? 'bottega' : `bottega-${port}`;
}

function isSecure(c: Context): boolean {
  return c.req.header('x-forwarded-proto') === 'https' || new URL(c.req.url).protocol === 'https:';
}

function isSameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/** So that a person recognises the device when they look at what is signed in. */
function labelOf(c: Context): string {
  return (c.req.header('user-agent') ?? 'A browser').slice(0, 120);
}

import { OpenAPIHono } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { compress } from 'hono/compress';
import { csrf } from 'hono/csrf';
import { secureHeaders } from 'hono/secure-headers';
import { agendaRoutes } from './features/agenda/routes.ts';
import { archiveOfRecords } from './features/archive/archive-of-records.ts';
import { mineRoutes } from './features/archive/mine-routes.ts';
import { archiveRoutes } from './features/archive/routes.ts';
import { takeArchive } from './features/archive/take-archive-routes.ts';
import { evidenceRoutes } from './features/evidence/routes.ts';
import { experimentsRoutes } from './features/experiments/routes.ts';
import { importRoutes } from './features/imports/routes.ts';
import { writeMicromasteryFile } from './features/library/micromastery-file.ts';
import { libraryRoutes } from './features/library/routes.ts';
import * as library from './features/library/store.ts';
import { needsRoutes } from './features/needs/routes.ts';
import * as practiceImports from './features/practice/import-store.ts';
import { readSessionMinutes } from './features/practice/reading-store.ts';
import { practiceRoutes } from './features/practice/routes.ts';
import { rubPatRoutes } from './features/rub-pat/routes.ts';
import type { SamplePorts } from './features/sample/ports.ts';
import { sampleRoutes } from './features/sample/routes.ts';
import { selfRatingsRoutes } from './features/self-ratings/routes.ts';
import { supportRoutes } from './features/support/routes.ts';
import { twistsRoutes } from './features/twists/routes.ts';
import type { Clock } from './platform/clock.ts';
import type { Store } from './platform/database.ts';
import type { AppEnv } from './platform/http.ts';
import type { Log } from './platform/log.ts';
import { mediaFolder } from './platform/media/media-folder.ts';
import { openApiDocument } from './platform/openapi.ts';
import { peopleRoutes } from './platform/people/routes.ts';
import { problemHandler, Refusal } from './platform/problems.ts';
import { createSessions, type LocalSignIn } from './platform/session.ts';
import { erasuresIn } from './platform/upkeep/erasures/erasures-in.ts';
import { webBuild } from './platform/web-build.ts';
import { FIRST_READS } from './ui/api/first-reads.ts';

export type AppOptions = {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly version: string;
  /** Absent where more than this machine can reach the server. */
  readonly local: LocalSignIn | undefined;
  /** The built web; absent where only the API is wanted. */
  readonly webFolder: string | undefined;
  /** Where recordings and files lie: all servers of one database share it. */
  readonly dataFolder: string;
};

/** Facts are small; only an import and a piece of an upload are larger, and have limits of their own. */
const BODY_BYTES = 64 * 1024;

export function createApp({
  store,
  clock,
  log,
  version,
  local,
  webFolder,
  dataFolder,
}: AppOptions): OpenAPIHono<AppEnv> {
  const app = new OpenAPIHono<AppEnv>();
  app.onError(problemHandler(log));
  app.use('/api/media/*', sandbox);
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'self'"],
        baseUri: ["'none'"],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        formAction: ["'self'"],
        // What was only just recorded or chosen is shown from this device.
        imgSrc: ["'self'", 'blob:'],
        mediaSrc: ["'self'", 'blob:'],
      },
      referrerPolicy: 'no-referrer',
      // Offered by whoever ends TLS; on plain HTTP it would only be ignored.
      strictTransportSecurity: false,
    }),
  );
  const sessions = createSessions({ store, clock, local });
  const folder = mediaFolder(dataFolder);

  // Pictures and libraries are long and alike. What is recorded is answered in a line, and not worth the work.
  app.on('GET', '/api/*', compress());
  app.use('/api/*', keepNowhere, guardForms, sessions.identify, takeOnlySmallJson);
  const erasures = erasuresIn(dataFolder);
  app.route('/', peopleRoutes({ store, clock, log, sessions, version, erasures }));
  app.route('/', needsRoutes({ store, clock }));
  app.route('/', libraryRoutes({ store, clock }));
  app.route('/', practiceRoutes({ store, clock }));
  app.route('/', agendaRoutes({ store, clock }));
  app.route('/', supportRoutes({ store, clock, folder }));
  app.route('/', experimentsRoutes({ store, clock }));
  app.route('/', rubPatRoutes({ store, clock }));
  app.route('/', twistsRoutes({ store, clock }));
  app.route('/', selfRatingsRoutes({ store, clock }));
  app.route('/', evidenceRoutes({ store, clock, folder }));
  const archive = { store, clock, version, folder, library: { ...library, writeMicromasteryFile } };
  app.route('/', archiveRoutes(archive));
  app.route('/', mineRoutes({ store, readSessionMinutes }));
  app.route('/', importRoutes({ store, clock, practice: practiceImports, library }));
  const takeRecords: SamplePorts['takeRecords'] = async (trx, spaceId, records, at) => {
    await takeArchive(archive, trx, spaceId, archiveOfRecords(records, version, at));
  };
  const { readLibrary } = library;
  app.route('/', sampleRoutes({ store, clock, log, sessions, erasures, takeRecords, readLibrary }));
  openApiDocument(app, version);
  app.all('/api/*', () => {
    throw new Refusal('page-not-found');
  });
  if (webFolder !== undefined) webBuild(app, webFolder, FIRST_READS);
  app.notFound(() => {
    throw new Refusal('page-not-found');
  });
  return app;
}

/** What people keep private: neither a proxy nor the disk of a borrowed computer has a use for it. */
const keepNowhere: MiddlewareHandler<AppEnv> = (c, next) => {
  c.header('cache-control', 'no-store');
  return next();
};

const SHOW_ONLY = "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; sandbox";
/** What somebody uploaded is shown, and never run: it stands over the policy of our own pages. */
const sandbox: MiddlewareHandler<AppEnv> = async (c, next) => {
  await next();
  c.res.headers.set('content-security-policy', SHOW_ONLY);
};

/** A key is sent by a program on purpose; only a cookie can be misused by a form on another site. */
const guardForms: MiddlewareHandler<AppEnv> = (c, next) =>
  /^Bearer /i.test(c.req.header('authorization') ?? '') ? next() : refuseForeignForms(c, next);
const refuseForeignForms = csrf();

/**
 * Files go to /api/imports and /api/uploads, which check type and size themselves. Where the length is announced it is
 * believed, since the HTTP parser reads no further; asking for the body itself would cost each request more than everything else here.
 */
const takeOnlySmallJson: MiddlewareHandler<AppEnv> = async (c, next) => {
  if (!['POST', 'PUT', 'PATCH'].includes(c.req.method) || TAKES_FILES.test(c.req.path)) return next();
  const announced = c.req.header('content-length');
  const hasBody = announced === undefined ? c.req.raw.body !== null : announced !== '0';
  if (hasBody && !/^application\/json\b/i.test(c.req.header('content-type') ?? ''))
    throw new Refusal('not-json');
  if (announced === undefined) return limitBody(c, next);
  if (Number(announced) > BODY_BYTES) throw new Refusal('too-large');
  return next();
};
const TAKES_FILES = /^\/api\/(imports|uploads)(\/|$)/;
const limitBody = bodyLimit({
  maxSize: BODY_BYTES,
  onError: () => {
    throw new Refusal('too-large');
  },
});

import type { OpenAPIHono } from '@hono/zod-openapi';
import { type AppEnv, createRouter } from '../../platform/http.ts';
import { ARCHIVE_LIMITS } from './contract.ts';
import { registerExportRoute } from './export-routes.ts';
import { registerImportRoute } from './import-routes.ts';
import type { ArchivePorts } from './ports.ts';

export function archiveRoutes(ports: ArchivePorts, limits = ARCHIVE_LIMITS): OpenAPIHono<AppEnv> {
  const router = createRouter();
  registerExportRoute(router, ports, limits);
  registerImportRoute(router, ports, limits);
  return router;
}

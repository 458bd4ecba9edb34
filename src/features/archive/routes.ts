import type { OpenAPIHono } from '@hono/zod-openapi';
import { type AppEnv, createRouter } from '../../platform/http.ts';
import { registerExportRoute } from './export-routes.ts';
import { registerImportRoute } from './import-routes.ts';
import type { ArchivePorts } from './port-routes.ts';

export function archiveRoutes(ports: ArchivePorts): OpenAPIHono<AppEnv> {
  const router = createRouter();
  registerExportRoute(router, ports);
  registerImportRoute(router, ports);
  return router;
}

import type { OpenAPIHono } from '@hono/zod-openapi';
import { type AppEnv, createRouter } from '../../platform/http.ts';
import type { ImportPorts } from './ports.ts';
import { registerPreviewRoute } from './preview-routes.ts';
import { registerRunRoutes } from './run-routes.ts';

export function importRoutes(ports: ImportPorts): OpenAPIHono<AppEnv> {
  const router = createRouter();
  registerPreviewRoute(router, ports);
  registerRunRoutes(router, ports);
  return router;
}

import type { OpenAPIHono } from '@hono/zod-openapi';
import type { AppEnv } from './http.ts';

/** The contract as a document, generated from the schemas that the routes themselves check with. */
export function openApiDocument(app: OpenAPIHono<AppEnv>, version: string): void {
  app.openAPIRegistry.registerComponent('securitySchemes', 'key', {
    type: 'http',
    scheme: 'bearer',
    description: 'A key made with `bottega key`.',
  });
  app.openAPIRegistry.registerComponent('securitySchemes', 'cookie', {
    type: 'apiKey',
    in: 'cookie',
    name: 'bottega',
    description:
      'Named with the port where the address has one (`bottega-4680`). Given by the link that `bottega serve` prints, or by signing in with a key.',
  });
  app.doc31('/api/openapi.json', {
    openapi: '3.1.0',
    info: {
      title: 'Bottega',
      version,
      description: 'Practise micromasteries, and see an honest picture of where you stand.',
      license: { name: 'MIT', url: 'https://opensource.org/license/mit' },
    },
    servers: [{ url: '/' }],
    security: [{ key: [] }, { cookie: [] }],
    tags: [
      { name: 'server', description: 'The server itself, and who asks.' },
      { name: 'needs', description: 'Why the learner is here.' },
      { name: 'library', description: 'Micromasteries.' },
      { name: 'practice', description: 'Practices, sessions, attempts, and what is derived from them.' },
    ],
  });
}

import type { NestExpressApplication } from '@nestjs/platform-express';
import { SwaggerModule } from '@nestjs/swagger';
import type { Clock } from '#kernel';
import { createApplication } from '#platform';
import { OfficeModule } from './app.module.js';
import { officeMessages } from './messages.js';
import type { OfficeConfig } from './office.config.js';
import { openApi } from './openapi.js';

/** The staff application, ready to listen; tests and main start it alike. */
export async function createOffice(config: OfficeConfig, clock?: Clock): Promise<NestExpressApplication> {
  const app = await createApplication(OfficeModule.forRoot(config, clock), {
    name: 'office',
    logLevel: config.LOG_LEVEL,
    trustProxy: config.TRUST_PROXY,
    messages: officeMessages,
  });
  SwaggerModule.setup('api/docs', app, () => openApi(app), { jsonDocumentUrl: 'api/openapi.json' });
  return app;
}

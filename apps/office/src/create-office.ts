import type { NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import type { Clock } from '#kernel';
import { createApplication } from '#platform';
import { OfficeModule } from './app.module.js';
import { officeMessages } from './messages.js';
import type { OfficeConfig } from './office.config.js';

/** The staff application, ready to listen; tests and main start it alike. */
export async function createOffice(config: OfficeConfig, clock?: Clock): Promise<NestExpressApplication> {
  const app = await createApplication(OfficeModule.forRoot(config, clock), {
    name: 'office',
    logLevel: config.LOG_LEVEL,
    messages: officeMessages,
  });
  SwaggerModule.setup('api/docs', app, () => openApi(app), { jsonDocumentUrl: 'api/openapi.json' });
  return app;
}

/** The OpenAPI description of the REST interface. */
export function openApi(app: NestExpressApplication) {
  const about = new DocumentBuilder()
    .setTitle('Destruction Ledger')
    .setDescription('Evidence and destruction ledger for seized counterfeit goods: REST interface v1')
    .setVersion('1')
    .addBearerAuth()
    .build();
  return SwaggerModule.createDocument(app, about);
}

import type { NestExpressApplication } from '@nestjs/platform-express';
import { SwaggerModule } from '@nestjs/swagger';
import type { Clock } from '#kernel';
import { createApplication } from '#platform';
import { OfficeModule } from './app.module.js';
import { officeMessages } from './messages.js';
import type { OfficeConfig } from './office.config.js';
import { openApi } from './openapi.js';
import { assetFolders, OfficePages } from './pages/shell/office-pages.js';
import { readForms } from './pages/shell/read-forms.js';

const yearMs = 365 * 24 * 3600 * 1000;

/** The staff application, ready to listen; tests and main start it alike. */
export async function createOffice(config: OfficeConfig, clock?: Clock): Promise<NestExpressApplication> {
  const pages = new OfficePages(officeMessages);
  const app = await createApplication(OfficeModule.forRoot(config, pages, clock), {
    name: 'office',
    logLevel: config.LOG_LEVEL,
    trustProxy: config.TRUST_PROXY,
    messages: officeMessages,
    pages,
  });
  for (const folder of assetFolders) {
    // Addresses of assets carry the hash of what stands there, so they never change.
    app.useStaticAssets(folder, { prefix: '/assets/', maxAge: yearMs, immutable: true, index: false });
  }
  app.use(readForms);
  SwaggerModule.setup('api/docs', app, () => openApi(app), { jsonDocumentUrl: 'api/openapi.json' });
  return app;
}

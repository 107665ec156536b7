import { Module, type DynamicModule } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { ThrottlerModule } from '@nestjs/throttler';
import type { Clock } from '#kernel';
import { DatabaseModule, MetricsInterceptor, RequestMetrics } from '#platform';
import { PublishedModule } from '#published';
import { CurrentSnapshot } from './common/current-snapshot.js';
import { Footer } from './common/footer.js';
import { KeptPages } from './common/kept-pages.js';
import { PageCache } from './common/page-cache.js';
import { Pages } from './common/pages.js';
import { CLOCK } from './common/clock.js';
import { ConcernController } from './concern/concern.controller.js';
import { DataPageController } from './data/data-page.controller.js';
import { DataController } from './data/data.controller.js';
import { PUBLIC_URL } from './data/public-url.js';
import { SitemapController } from './data/sitemap.controller.js';
import { HealthController } from './health/health.controller.js';
import { MetricsRegistry } from './health/metrics.js';
import { LogController } from './log/log.controller.js';
import type { PublicConfig } from './public.config.js';
import { EventsController } from './transparency/events.controller.js';
import { HomeController } from './transparency/home.controller.js';
import { PhotosController } from './transparency/photos.controller.js';
import { HashController } from './verify/hash.controller.js';
import { UploadRoom } from './verify/upload-room.js';
import { VerifyController } from './verify/verify.controller.js';
import { VerifyReplies } from './verify/verify-replies.js';

/** The public site: reads what is published, and nothing else (the database role can do no more). */
@Module({})
export class PublicModule {
  static forRoot(config: PublicConfig, { clock, pages }: { clock: Clock; pages: Pages }): DynamicModule {
    return {
      module: PublicModule,
      imports: [
        DatabaseModule.forRoot({
          url: config.DATABASE_URL,
          applicationName: 'public',
          poolSize: config.DATABASE_POOL ?? 10,
        }),
        PublishedModule,
        // Only handlers with the guard are limited: the file check, and concerns by a limit of their own.
        ThrottlerModule.forRoot([{ ttl: 60_000, limit: config.FILE_CHECKS_PER_MINUTE }]),
      ],
      controllers: [
        ConcernController,
        DataController,
        DataPageController,
        EventsController,
        HashController,
        HealthController,
        HomeController,
        LogController,
        PhotosController,
        SitemapController,
        VerifyController,
      ],
      providers: [
        CurrentSnapshot,
        Footer,
        KeptPages,
        PageCache,
        { provide: PUBLIC_URL, useValue: config.PUBLIC_URL },
        MetricsRegistry,
        { provide: RequestMetrics, useExisting: MetricsRegistry },
        UploadRoom,
        VerifyReplies,
        { provide: Pages, useValue: pages },
        { provide: CLOCK, useValue: clock },
        { provide: APP_INTERCEPTOR, useClass: MetricsInterceptor },
      ],
    };
  }
}

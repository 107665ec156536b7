import { Module, type DynamicModule } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import type { Clock } from '#kernel';
import { DatabaseModule } from '#platform';
import { PublishedModule } from '#published';
import { Footer } from './common/footer.js';
import { Pages } from './common/pages.js';
import { CLOCK } from './common/clock.js';
import { HealthController } from './health/health.controller.js';
import { MetricsInterceptor } from './health/metrics.interceptor.js';
import { MetricsRegistry } from './health/metrics.js';
import { HomeController } from './home/home.controller.js';
import { LogController } from './log/log.controller.js';
import type { PublicConfig } from './public.config.js';
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
      ],
      controllers: [HealthController, HomeController, VerifyController, LogController],
      providers: [
        Footer,
        MetricsRegistry,
        UploadRoom,
        VerifyReplies,
        { provide: Pages, useValue: pages },
        { provide: CLOCK, useValue: clock },
        { provide: APP_INTERCEPTOR, useClass: MetricsInterceptor },
      ],
    };
  }
}

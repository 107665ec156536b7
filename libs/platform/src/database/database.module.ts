import { Global, Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { SteadyPool } from './steady-pool.js';
import { UnitOfWork } from './unit-of-work.js';

/** Connects an application to PostgreSQL with the entities that its feature modules register. */
@Global()
@Module({ providers: [UnitOfWork, SteadyPool], exports: [UnitOfWork] })
export class DatabaseModule {
  /** `url` names the database role: `ledger_app` for office and worker, `ledger_public` for the public site. */
  static forRoot(options: { url: string; applicationName: string; poolSize?: number }): DynamicModule {
    const typeorm = TypeOrmModule.forRoot({
      type: 'postgres',
      url: options.url,
      autoLoadEntities: true,
      synchronize: false,
      migrationsRun: false,
      poolSize: options.poolSize ?? 20,
      applicationName: options.applicationName,
      parseInt8: false,
      retryAttempts: 10,
      retryDelay: 500,
    });
    return { module: DatabaseModule, imports: [typeorm], exports: [TypeOrmModule] };
  }
}

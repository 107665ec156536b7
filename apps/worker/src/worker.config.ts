import { BaseConfig } from '#platform';
import { IsOptional, IsString } from 'class-validator';

/** Environment of the worker. */
export class WorkerConfig extends BaseConfig {
  @IsOptional()
  @IsString()
  LOG_ORIGIN?: string;
}

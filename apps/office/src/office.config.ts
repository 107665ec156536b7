import { BaseConfig, AsInteger } from '#platform';
import { IsInt, IsOptional, IsString, Max, Min, MinLength } from 'class-validator';

/** Environment of the staff application. */
export class OfficeConfig extends BaseConfig {
  @AsInteger()
  @IsInt()
  @Min(0)
  @Max(65535)
  OFFICE_PORT: number = 3000;

  @IsOptional()
  @IsString()
  LOG_ORIGIN?: string;

  @IsOptional()
  @IsString()
  @MinLength(12)
  DEMO_PASSWORD?: string;
}

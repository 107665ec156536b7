import { BaseConfig, AsInteger } from '#platform';
import { IsInt, IsOptional, IsString, IsUrl, Max, Min, MinLength } from 'class-validator';

/** Environment of the staff application. */
export class OfficeConfig extends BaseConfig {
  @AsInteger()
  @IsInt()
  @Min(0)
  @Max(65535)
  OFFICE_PORT: number = 3000;

  /** Address of the staff site as browsers see it; passkeys are bound to its host. */
  @IsOptional()
  @IsUrl({ require_tld: false, protocols: ['http', 'https'], require_protocol: true })
  OFFICE_URL?: string;

  @IsOptional()
  @IsString()
  LOG_ORIGIN?: string;

  @IsOptional()
  @IsString()
  @MinLength(12)
  DEMO_PASSWORD?: string;
}

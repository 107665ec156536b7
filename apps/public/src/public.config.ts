import { AsInteger, BaseConfig } from '#platform';
import { IsInt, Max, Min } from 'class-validator';

/** Environment of the public site. Its DATABASE_URL is the address of the role that reads what is published. */
export class PublicConfig extends BaseConfig {
  @AsInteger()
  @IsInt()
  @Min(0)
  @Max(65535)
  PUBLIC_PORT: number = 3001;

  /** File checks that one address may ask for in a minute; each parses a stranger's PDF. */
  @AsInteger()
  @IsInt()
  @Min(1)
  FILE_CHECKS_PER_MINUTE: number = 60;
}

import { IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { IsTime } from '#platform';

export class BundleQuery {
  /** Entries recorded at or after this moment. */
  @IsOptional()
  @IsTime()
  from?: string;

  /** Entries recorded before this moment. */
  @IsOptional()
  @IsTime()
  to?: string;

  /** Code of one agency of the engagement. */
  @IsOptional()
  @Matches(/^[a-z][a-z0-9-]{1,19}$/)
  agency?: string;

  /** Number of one case or of its seizure. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  case?: string;
}

import { IsOptional, IsUUID, MaxLength } from 'class-validator';
import { IsCleanText, IsTime } from '#platform';

/** What every write may carry: when the act happened, and why it is entered late. */
export class WriteDto {
  @IsOptional()
  @IsTime()
  happened?: string;

  @IsOptional()
  @IsCleanText()
  @MaxLength(500)
  lateReason?: string;
}

/** A write that makes something whose id the client may choose (UUIDv7 advised). */
export class CreateDto extends WriteDto {
  @IsOptional()
  @IsUUID()
  id?: string;
}

/** A write that is a signature: it carries a fresh step-up. */
export class SignedDto extends WriteDto {
  @IsOptional()
  @IsCleanText()
  @MaxLength(200)
  stepUp?: string;
}

import { Transform } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Matches, MaxLength, Min } from 'class-validator';
import { IsCleanText } from '#platform';
import { PageDto } from '../../common/paging.js';
import { SignedDto, WriteDto } from '../../common/write.dto.js';

/** Filters of the list of certificates. */
export class CertificatesQuery extends PageDto {
  /** Part of a number, or the id of a batch. */
  @IsOptional()
  @Matches(/^[^\p{Cc}\p{Cs}]*$/u)
  @MaxLength(60)
  q?: string;

  @IsOptional()
  @IsIn(['numbered', 'prepared', 'issued', 'superseded', 'revoked', 'voided'])
  state?: string;
}

export class RevisionQuery {
  /** Which issued file; the newest where absent. */
  @IsOptional()
  @Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' && /^\d{1,6}$/.test(value) ? Number(value) : value,
  )
  @IsInt()
  @Min(1)
  revision?: number;
}

export class RevocationDto extends SignedDto {
  /** Printed nowhere, but the entry is public: no personal data. */
  @IsCleanText()
  @MaxLength(1000)
  reason!: string;
}

export class VoidingDto extends WriteDto {
  /** The entry is public: no personal data. */
  @IsCleanText()
  @MaxLength(1000)
  reason!: string;
}

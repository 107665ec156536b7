import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { withdrawalCauses } from '#entries';
import { IsCleanText, IsSha256 } from '#platform';
import type { WithdrawalCause } from '#publication';
import { WriteDto } from '../../common/write.dto.js';

/** A photo of a destruction that the public may see, and what it shows. */
export class ReportPhotoDto {
  @IsSha256()
  sha256!: string;

  @IsString()
  @MaxLength(200)
  zh!: string;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  en?: string;
}

/** What is published beside the figures. */
export class ReportDto extends WriteDto {
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => ReportPhotoDto)
  photos?: ReportPhotoDto[];

  /** People who were there. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  attendance?: number;

  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  consultations?: number;

  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  leaflets?: number;
}

export class ReleaseDto extends WriteDto {
  /** Hash of the content that was looked at; a release of anything else is refused. */
  @IsOptional()
  @IsSha256()
  content?: string;
}

export class WithdrawalDto extends WriteDto {
  @IsIn(withdrawalCauses)
  cause!: WithdrawalCause;

  /** For colleagues; never public. */
  @IsOptional()
  @IsCleanText()
  @MaxLength(1000)
  note?: string;
}

import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsOptional,
  IsUUID,
  MaxLength,
} from 'class-validator';
import { IsCleanText, IsSha256 } from '#platform';
import { CreateDto, WriteDto } from '../../common/write.dto.js';

export class PlaceHoldDto extends CreateDto {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(1000)
  @ArrayUnique((id) => String(id).toLowerCase())
  @IsUUID('all', { each: true })
  lots!: string[];

  /** No personal data: the reason stands in the ledger. */
  @IsCleanText()
  @MaxLength(1000)
  reason!: string;

  /** Hash of the paper that orders the hold. */
  @IsOptional()
  @IsSha256()
  document?: string;
}

export class ReleaseHoldDto extends WriteDto {
  @IsCleanText()
  @MaxLength(1000)
  reason!: string;
}

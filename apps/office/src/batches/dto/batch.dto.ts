import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsOptional,
  IsUUID,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { batchStates, type BatchState } from '#batches';
import { IsCleanText, IsQuantity, IsSha256 } from '#platform';
import { PageDto } from '../../common/paging.js';
import { CreateDto, SignedDto, WriteDto } from '../../common/write.dto.js';

export class SiteDto {
  /** Short name that lines, events and photos refer to. */
  @Matches(/^[a-z0-9][a-z0-9-]{0,39}$/)
  code!: string;

  @IsCleanText()
  @MaxLength(200)
  name!: string;

  @IsCleanText()
  @MaxLength(300)
  address!: string;
}

export class BatchLotDto {
  @IsUUID()
  lot!: string;

  @IsQuantity()
  quantity!: object;

  /** Needed where the batch has several sites. */
  @IsOptional()
  @IsCleanText()
  @MaxLength(40)
  site?: string;

  /** Where it is not the batch's. */
  @IsOptional()
  @IsCleanText()
  @MaxLength(60)
  method?: string;
}

export class BatchDto extends CreateDto {
  @IsCleanText()
  @MaxLength(200)
  title!: string;

  /** Code of a method, or `mixed`: each category by its own. */
  @IsCleanText()
  @MaxLength(60)
  method!: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => SiteDto)
  sites!: SiteDto[];

  @IsArray()
  @ArrayMaxSize(5000)
  @ValidateNested({ each: true })
  @Type(() => BatchLotDto)
  lots!: BatchLotDto[];
}

export class SubmissionDto extends WriteDto {}

export class ExceptionDto {
  @IsUUID()
  lot!: string;

  @IsCleanText()
  @MaxLength(500)
  reason!: string;
}

export class ApprovalDto extends SignedDto {
  @IsIn(['approve', 'reject'])
  decision!: 'approve' | 'reject';

  /** Hash of the list that the person was shown. */
  @IsSha256()
  snapshot!: string;

  /** Lots that the agency does not agree to. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(5000)
  @ValidateNested({ each: true })
  @Type(() => ExceptionDto)
  except?: ExceptionDto[];

  /** Needed for a rejection. */
  @IsOptional()
  @IsCleanText()
  @MaxLength(1000)
  reason?: string;
}

export class WithdrawalDto extends WriteDto {
  @IsCleanText()
  @MaxLength(1000)
  reason!: string;
}

export class BatchesQuery extends PageDto {
  @IsOptional()
  @IsIn(batchStates)
  state?: BatchState;

  @IsOptional()
  @IsCleanText()
  @MaxLength(200)
  q?: string;
}

export class EligibleQuery extends PageDto {
  @IsOptional()
  @IsCleanText()
  @MaxLength(200)
  q?: string;

  @IsOptional()
  @IsCleanText()
  @MaxLength(60)
  category?: string;
}

export class SnapshotQuery {
  /** A frozen version; the newest where absent. */
  @IsOptional()
  @Matches(/^[1-9]\d{0,8}$/)
  version?: string;
}

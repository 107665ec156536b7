import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsOptional,
  IsUUID,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { IsCleanText, IsQuantity } from '#platform';
import { PageDto } from '../../common/paging.js';
import { CreateDto, WriteDto } from '../../common/write.dto.js';

/** A lot to hand over; without a quantity all that the giver's side holds. */
export class OfferedLotDto {
  @IsUUID()
  lot!: string;

  @IsOptional()
  @IsQuantity()
  quantity?: object;
}

export class OfferDto extends CreateDto {
  /** The custodian who is to receive the goods, of any agency. */
  @IsUUID()
  to!: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(1000)
  @ValidateNested({ each: true })
  @Type(() => OfferedLotDto)
  lots!: OfferedLotDto[];

  @IsOptional()
  @IsCleanText()
  @MaxLength(200)
  location?: string;
}

/** A line as it was counted. */
export class CountedLineDto {
  @IsUUID()
  lot!: string;

  /** In any unit of the lot's family; `"0"` where nothing arrived. */
  @IsQuantity()
  received!: object;

  /** `true`/`"yes"`, `false`/`"no"`, or `"none"` where there was no seal. */
  @Transform(({ value }: { value: unknown }) => (value === true ? 'yes' : value === false ? 'no' : value))
  @IsIn(['yes', 'no', 'none'])
  sealsIntact!: 'yes' | 'no' | 'none';

  @IsOptional()
  @IsCleanText()
  @MaxLength(500)
  note?: string;
}

export class AcceptanceDto extends WriteDto {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(1000)
  @ValidateNested({ each: true })
  @Type(() => CountedLineDto)
  lines!: CountedLineDto[];

  /** Where the goods are kept now; otherwise as offered. */
  @IsOptional()
  @IsCleanText()
  @MaxLength(200)
  location?: string;
}

export class ConfirmTransferDto extends WriteDto {}

export class RefuseTransferDto extends WriteDto {
  @IsCleanText()
  @MaxLength(2000)
  reason!: string;
}

export class TransfersQuery extends PageDto {
  @IsOptional()
  @IsIn(['offered', 'awaiting-giver', 'accepted', 'refused'])
  state?: 'offered' | 'awaiting-giver' | 'accepted' | 'refused';

  /** Only transfers to this person. */
  @IsOptional()
  @IsUUID()
  to?: string;
}

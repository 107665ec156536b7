import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { IsCleanText, IsQuantity } from '#platform';

/** What one unit of this product holds: `num / den` base units, and where that is known from. */
export class UnitRatioDto {
  @IsInt()
  @Min(1)
  @Max(1_000_000_000)
  num!: number;

  @IsInt()
  @Min(1)
  @Max(1_000_000_000)
  den!: number;

  @IsCleanText()
  @MaxLength(200)
  source!: string;
}

export class EstimatedValueDto {
  @IsString()
  @MaxLength(100)
  amount!: string;

  @Matches(/^[A-Z]{3}$/)
  currency!: string;

  @IsCleanText()
  @MaxLength(100)
  basis!: string;
}

/** One line of a seizure. */
export class LotDto {
  @IsOptional()
  @IsUUID()
  id?: string;

  @IsString()
  @MaxLength(60)
  category!: string;

  @IsCleanText()
  @MaxLength(500)
  description!: string;

  @IsOptional()
  @IsCleanText()
  @MaxLength(200)
  brand?: string;

  @IsOptional()
  @IsCleanText()
  @MaxLength(200)
  variety?: string;

  @IsOptional()
  @IsCleanText()
  @MaxLength(200)
  specification?: string;

  @IsOptional()
  @IsCleanText()
  @MaxLength(60)
  barcode?: string;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(200)
  @ArrayUnique()
  @Matches(/^[^\p{Cc}\p{Cs}]*[^\p{Cc}\p{Cs}\s][^\p{Cc}\p{Cs}]*$/u, { each: true })
  @MaxLength(60, { each: true })
  seals?: string[];

  /** `{"amount":"2356.3","unit":"cig-carton"}`, or `{"parts":[{…},{…}]}`. */
  @IsQuantity()
  quantity!: object;

  @IsOptional()
  @IsIn(['counted', 'label', 'estimated'])
  basis?: 'counted' | 'label' | 'estimated';

  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => UnitRatioDto)
  unitRatio?: UnitRatioDto;

  @IsOptional()
  @IsCleanText()
  @MaxLength(500)
  condition?: string;

  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => EstimatedValueDto)
  estimatedValue?: EstimatedValueDto;
}

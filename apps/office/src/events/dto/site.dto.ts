import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsOptional,
  IsUUID,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { IsCleanText, IsQuantity, IsSha256, IsTime } from '#platform';
import { WriteDto } from '../../common/write.dto.js';

/** A line as it was counted out of the store. */
export class StagedLineDto {
  @IsUUID()
  lot!: string;

  @IsQuantity()
  staged!: object;

  @IsOptional()
  @IsQuantity()
  short?: object;

  /** Needed where something is short. */
  @IsOptional()
  @IsCleanText()
  @MaxLength(500)
  reason?: string;
}

export class StagingDto extends WriteDto {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(1000)
  @ValidateNested({ each: true })
  @Type(() => StagedLineDto)
  lines!: StagedLineDto[];
}

/** What became of a line at the site. */
export class LineResultDto extends WriteDto {
  @IsQuantity()
  destroyed!: object;

  @IsOptional()
  @IsQuantity()
  returned?: object;

  @IsOptional()
  @IsQuantity()
  missing?: object;

  /** Net mass as weighed: a quantity in a unit of mass, or a number of kilograms as text. */
  @IsOptional()
  @Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' ? { amount: value, unit: 'kg' } : value,
  )
  @IsQuantity()
  netKg?: object;

  /** Needed where something is missing or differs on the scales. */
  @IsOptional()
  @IsCleanText()
  @MaxLength(500)
  reason?: string;
}

export class StatementDto extends WriteDto {
  @IsCleanText()
  @MaxLength(4000)
  statement!: string;

  @IsTime()
  from!: string;

  @IsTime()
  to!: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(1000)
  @IsUUID(undefined, { each: true })
  lines!: string[];

  /** `linesHash` of the event, or of the named lines (`?lines=`). */
  @IsSha256()
  sha256!: string;
}

/** A staged line as it was counted back into the store. */
export class RecountedLineDto {
  @IsUUID()
  lot!: string;

  @IsQuantity()
  returned!: object;

  @IsOptional()
  @IsQuantity()
  missing?: object;
}

export class CancellationDto extends WriteDto {
  @IsCleanText()
  @MaxLength(2000)
  reason!: string;

  /** The recount of what was staged; not needed where nothing was. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(1000)
  @ValidateNested({ each: true })
  @Type(() => RecountedLineDto)
  lines?: RecountedLineDto[];
}

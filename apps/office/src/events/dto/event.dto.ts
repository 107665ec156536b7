import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { IsCleanText, IsTime } from '#platform';
import { PageDto } from '../../common/paging.js';
import { CreateDto, WriteDto } from '../../common/write.dto.js';

export class PlanEventDto extends CreateDto {
  /** Code of a site of the batch. */
  @IsString()
  @MaxLength(40)
  site!: string;

  @IsTime()
  startsAt!: string;

  /** A coordinator of the agency that runs the batch. */
  @IsUUID()
  lead!: string;

  @IsArray()
  @ArrayMaxSize(50)
  @IsUUID(undefined, { each: true })
  witnesses!: string[];
}

export class PostponementDto extends WriteDto {
  @IsTime()
  startsAt!: string;

  @IsCleanText()
  @MaxLength(2000)
  reason!: string;
}

export class ClosureDto extends WriteDto {}

export class EventsQuery extends PageDto {
  @IsOptional()
  @IsIn(['planned', 'staged', 'closed', 'cancelled'])
  state?: 'planned' | 'staged' | 'closed' | 'cancelled';

  @IsOptional()
  @IsUUID()
  batch?: string;
}

export class EventQuery {
  /** Lots, separated by commas: `linesHash` is made of these lines alone. */
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.split(',') : value))
  @IsArray()
  @ArrayMaxSize(1000)
  @IsUUID(undefined, { each: true })
  lines?: string[];
}

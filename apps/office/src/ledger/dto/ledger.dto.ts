import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

const AsNumber = () =>
  Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : value,
  );

export class EntriesQuery {
  /** Entries after this number; -1 = from the start. */
  @IsOptional()
  @AsNumber()
  @IsInt()
  @Min(-1)
  after: number = -1;

  @IsOptional()
  @AsNumber()
  @IsInt()
  @Min(1)
  @Max(1000)
  limit: number = 100;
}

export class InclusionQuery {
  @AsNumber()
  @IsInt()
  @Min(0)
  seq!: number;

  /** Size of the tree; the whole ledger where absent. */
  @IsOptional()
  @AsNumber()
  @IsInt()
  @Min(1)
  size?: number;
}

export class VerificationDto {
  /** Checkpoints (signed notes) that the asker holds. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(1000)
  @IsString({ each: true })
  @MaxLength(10_000, { each: true })
  checkpoints?: string[];
}

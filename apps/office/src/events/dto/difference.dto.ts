import { IsOptional, MaxLength } from 'class-validator';
import { IsCleanText, IsQuantity, IsSha256 } from '#platform';
import { SignedDto } from '../../common/write.dto.js';

export class DifferenceQuery {
  /** What was measured, in `unit`. */
  @IsCleanText()
  @MaxLength(40)
  amount!: string;

  @IsOptional()
  @IsCleanText()
  @MaxLength(40)
  unit: string = 'kg';
}

/** An approver stands for mass that was measured instead of what was staged. */
export class DifferenceDto extends SignedDto {
  /** What was measured in all: destroyed, returned and missing together. */
  @IsQuantity()
  measured!: object;

  @IsCleanText()
  @MaxLength(500)
  reason!: string;

  /** `sha256` of the difference as it was shown (`GET …/difference`); purpose of the step-up: `approve`. */
  @IsSha256()
  sha256!: string;
}

import { IsIn, IsString, MaxLength } from 'class-validator';
import { stepUpPurposes, type StepUpPurpose } from '#identity';
import type { Sha256 } from '#kernel';
import { IsSha256 } from '#platform';

export class SessionDto {
  @IsString()
  @MaxLength(200)
  username!: string;

  @IsString()
  @MaxLength(1000)
  password!: string;
}

export class StepUpDto {
  /** What will be signed. */
  @IsIn(stepUpPurposes)
  purpose!: StepUpPurpose;

  /** SHA-256 of what was shown. */
  @IsSha256()
  sha256!: Sha256;

  @IsString()
  @MaxLength(1000)
  password!: string;
}

export class PasswordDto {
  @IsString()
  @MaxLength(1000)
  currentPassword!: string;

  /** At least 12 characters. */
  @IsString()
  @MaxLength(1000)
  newPassword!: string;
}

import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  Length,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { stepUpPurposes, type StepUpPurpose } from '#identity';
import type { Sha256 } from '#kernel';
import { IsCleanText, IsSha256 } from '#platform';
import { WriteDto } from '../../common/write.dto.js';

const IsBase64Url = (max: number) => {
  const checks = [IsString(), Length(1, max), Matches(/^[A-Za-z0-9_-]+$/)];
  return (target: object, name: string) => checks.forEach((check) => check(target, name));
};

export class SessionDto {
  @IsString()
  @MaxLength(200)
  username!: string;

  @IsString()
  @MaxLength(1000)
  password!: string;
}

/** What a passkey signed, in base64url (WebAuthn: `navigator.credentials.get`). */
export class AssertionDto {
  /** Id of the credential. */
  @IsBase64Url(1400)
  credential!: string;

  @IsBase64Url(4000)
  authenticatorData!: string;

  @IsBase64Url(4000)
  clientDataJSON!: string;

  @IsBase64Url(1400)
  signature!: string;
}

export class StepUpOptionsDto {
  /** What will be signed. */
  @IsIn(stepUpPurposes)
  purpose!: StepUpPurpose;

  /** SHA-256 of what is shown: the challenge. */
  @IsSha256()
  sha256!: Sha256;
}

/** Either `password` or `assertion`. */
export class StepUpDto {
  /** What will be signed. */
  @IsIn(stepUpPurposes)
  purpose!: StepUpPurpose;

  /** SHA-256 of what was shown. */
  @IsSha256()
  sha256!: Sha256;

  @IsOptional()
  @IsString()
  @MaxLength(1000)
  password?: string;

  /** Answer of a passkey to the options of POST /api/v1/step-ups/options. */
  @IsOptional()
  @ValidateNested()
  @Type(() => AssertionDto)
  assertion?: AssertionDto;
}

export class PasskeyOptionsDto {
  @IsString()
  @MaxLength(1000)
  password!: string;
}

/** A passkey that the browser made, in base64url (WebAuthn: `navigator.credentials.create`). */
export class PasskeyDto extends WriteDto {
  /** What the person calls the device. */
  @IsCleanText()
  @Length(1, 60)
  name!: string;

  @IsBase64Url(1400)
  credential!: string;

  @IsBase64Url(4000)
  clientDataJSON!: string;

  @IsBase64Url(16_000)
  attestationObject!: string;

  /** How the device is reached, as the browser says. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10)
  @IsIn(['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'], { each: true })
  transports?: string[];
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

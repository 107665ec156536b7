import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { roles, type Role } from '#entries';
import { IsCleanText, IsTime } from '#platform';
import { PageDto } from '../../common/paging.js';
import { CreateDto, WriteDto } from '../../common/write.dto.js';

export class PeopleQueryDto extends PageDto {
  @IsOptional()
  @IsIn(roles)
  role?: Role;

  /** Code or id of an agency. */
  @IsOptional()
  @Matches(/^[\w-]{1,40}$/)
  agency?: string;
}

export class PersonDto extends CreateDto {
  /** Id of the agency; the administrator's own where absent. */
  @IsOptional()
  @IsUUID()
  agency?: string;

  @IsString()
  @MaxLength(200)
  username!: string;

  @IsCleanText()
  @MaxLength(200)
  name!: string;

  /** First password, at least 12 characters. */
  @IsString()
  @MaxLength(1000)
  password!: string;
}

export class RoleDto extends WriteDto {
  @IsIn(roles)
  role!: Role;
}

export class ReasonDto extends WriteDto {
  @IsCleanText()
  @MaxLength(2000)
  reason!: string;
}

export class DeactivationDto extends ReasonDto {
  /** True where access ends although work is left (a lost or stolen account); see `GET …/open-work`. */
  @IsOptional()
  @IsBoolean()
  despiteOpenWork?: boolean;
}

export class NamesDto {
  @IsCleanText()
  @MaxLength(200)
  zh!: string;

  @IsCleanText()
  @MaxLength(200)
  en!: string;
}

export class AgencyDto extends CreateDto {
  @IsString()
  @MaxLength(40)
  code!: string;

  @IsObject()
  @ValidateNested()
  @Type(() => NamesDto)
  names!: NamesDto;

  /** tobacco, market-regulation, public-security … */
  @IsArray()
  @ArrayMaxSize(40)
  @Matches(/^[a-z][a-z0-9-]{0,39}$/, { each: true })
  functions!: string[];
}

export class AgencyChangeDto extends ReasonDto {
  @IsObject()
  @ValidateNested()
  @Type(() => NamesDto)
  names!: NamesDto;

  /** All functions from now on, not a difference. */
  @IsArray()
  @ArrayMaxSize(40)
  @Matches(/^[a-z][a-z0-9-]{0,39}$/, { each: true })
  functions!: string[];
}

export class EngagementDto extends WriteDto {
  /** Ids of the agencies to look at. */
  @IsArray()
  @ArrayMaxSize(200)
  @IsUUID('all', { each: true })
  agencies!: string[];

  /** The whole installation. */
  @IsOptional()
  @IsBoolean()
  installation?: boolean;

  @IsTime()
  until!: string;
}

import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { IsCleanText, IsTime } from '#platform';
import { PageDto } from '../../common/paging.js';
import { LotDto } from './lot.dto.js';

/** The party concerned: personal data, kept apart from the ledger. */
export class PartyDto {
  @IsCleanText()
  @MaxLength(60)
  kind!: string;

  @IsCleanText()
  @MaxLength(200)
  name!: string;

  @IsOptional()
  @IsCleanText()
  @MaxLength(60)
  idNumber?: string;
}

/** Who witnessed the seizure on the spot: personal data, kept apart from the ledger. */
export class OnSiteWitnessDto {
  @IsCleanText()
  @MaxLength(200)
  name!: string;

  @IsOptional()
  @IsCleanText()
  @MaxLength(200)
  contact?: string;
}

export class RegisterSeizureDto {
  @IsOptional()
  @IsUUID()
  id?: string;

  @IsCleanText()
  @MaxLength(100)
  caseNumber!: string;

  @IsIn(['seizure', 'advance-registration', 'sealing-in-place'])
  measure!: 'seizure' | 'advance-registration' | 'sealing-in-place';

  @IsCleanText()
  @MaxLength(500)
  legalBasis!: string;

  /** When the goods were seized. */
  @IsTime()
  happened!: string;

  @IsOptional()
  @IsCleanText()
  @MaxLength(500)
  lateReason?: string;

  @IsCleanText()
  @MaxLength(300)
  place!: string;

  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => PartyDto)
  party?: PartyDto;

  @IsOptional()
  @IsIn(['signed', 'refused', 'absent', 'unknown'])
  partyPresence?: 'signed' | 'refused' | 'absent' | 'unknown';

  @IsOptional()
  @IsCleanText()
  @MaxLength(500)
  refusalReason?: string;

  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => OnSiteWitnessDto)
  onSiteWitness?: OnSiteWitnessDto;

  /** Ids of people with the role officer, the registrar among them. */
  @IsArray()
  @ArrayMaxSize(20)
  @IsUUID('all', { each: true })
  officers!: string[];

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(1000)
  @ValidateNested({ each: true })
  @Type(() => LotDto)
  lots!: LotDto[];
}

export class SeizuresQuery extends PageDto {
  /** Part of a reference, case number, place, or of a lot's code, description, brand or variety. */
  @IsOptional()
  @Matches(/^[^\p{Cc}\p{Cs}]*$/u)
  @MaxLength(200)
  q?: string;

  /** The exact case number. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  case?: string;

  @IsOptional()
  @IsString()
  @MaxLength(60)
  category?: string;

  /** Seized at or after this moment. */
  @IsOptional()
  @IsTime()
  from?: string;

  /** Seized before this moment. */
  @IsOptional()
  @IsTime()
  to?: string;
}

import { IsIn, IsObject, IsOptional, IsString, MaxLength, ValidateIf } from 'class-validator';
import type { JsonObject } from '#kernel';
import { IsCleanText } from '#platform';
import { CreateDto } from '../../common/write.dto.js';

/** A change of the catalogue of this installation: a whole row, or one switched off or on. */
export class OverrideDto extends CreateDto {
  @IsIn(['unit', 'category', 'method'])
  kind!: 'unit' | 'category' | 'method';

  @IsIn(['put', 'disable', 'enable'])
  action!: 'put' | 'disable' | 'enable';

  /** With `put`: the row as GET /catalogue shows its kind, with its code. */
  @ValidateIf((dto: OverrideDto) => dto.action === 'put' || dto.row !== undefined)
  @IsObject()
  row?: JsonObject;

  /** With `disable` and `enable`. */
  @ValidateIf((dto: OverrideDto) => dto.action !== 'put' || dto.code !== undefined)
  @IsString()
  @MaxLength(60)
  code?: string;

  @IsOptional()
  @IsCleanText()
  @MaxLength(2000)
  reason?: string;
}

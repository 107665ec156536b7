import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsUUID, MaxLength } from 'class-validator';
import { IsCleanText } from '#platform';
import { CreateDto } from '../../common/write.dto.js';

export class AppraisalDto extends CreateDto {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(1000)
  @ArrayUnique((id) => String(id).toLowerCase())
  @IsUUID('all', { each: true })
  lots!: string[];

  @IsIn(['counterfeit', 'substandard', 'genuine', 'inconclusive'])
  result!: 'counterfeit' | 'substandard' | 'genuine' | 'inconclusive';

  /** Who appraised: the right holder, a testing body. */
  @IsCleanText()
  @MaxLength(200)
  body!: string;

  @IsCleanText()
  @MaxLength(100)
  reportNumber!: string;
}

import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsOptional,
  IsUUID,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { plainToInstance, Transform } from 'class-transformer';
import { JSONSchema } from 'class-validator-jsonschema';
import { IsCleanText, IsQuantity, IsTime } from '#platform';
import { CreateDto } from '../../common/write.dto.js';

/** A lot, or a quantity of it, that a decision is about. */
export class DecisionLotDto {
  @IsUUID()
  lot!: string;

  @IsOptional()
  @IsQuantity()
  quantity?: object;
}

/** Lists may name whole lots by their ids alone. */
const AsDecisionLots = () =>
  Transform(({ value }: { value: unknown }) =>
    Array.isArray(value)
      ? value.map((one: unknown) =>
          plainToInstance(DecisionLotDto, typeof one === 'string' ? { lot: one } : one),
        )
      : value,
  );

const lotPart = { $ref: '#/components/schemas/DecisionLotDto' };

export class DecisionDto extends CreateDto {
  @IsCleanText()
  @MaxLength(100)
  number!: string;

  @IsIn(['confiscation', 'direct-destruction', 'return'])
  kind!: 'confiscation' | 'direct-destruction' | 'return';

  /** When nobody can contest the decision any more. */
  @IsTime()
  finalAt!: string;

  /** `[{lot, quantity?}]`, or ids of whole lots. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(1000)
  @ArrayUnique((one: DecisionLotDto | null) => String(one?.lot).toLowerCase())
  @ValidateNested({ each: true })
  @AsDecisionLots()
  @JSONSchema((list) => ({ ...list, items: { oneOf: [lotPart, { type: 'string', format: 'uuid' }] } }))
  lots!: DecisionLotDto[];

  /** Id of the decision that this one replaces. */
  @IsOptional()
  @IsUUID()
  replaces?: string;
}

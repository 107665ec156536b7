import type { Catalogue } from '#catalogue';
import { DomainError, type FieldError } from '#kernel';
import { Type } from 'class-transformer';
import { IsArray, ValidateNested } from 'class-validator';
import { LotDto } from '../../seizures/dto/lot.dto.js';
import { linesOf, type GridRow } from '../seizures/registration-lines.js';
import { checked } from '../shell/form-values.js';

/** Lines alone, held to the rules of the interface. */
class LinesDto {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => LotDto)
  lots!: LotDto[];
}

/** A wrong cell: the row by its index, the field of the line, and why. */
export interface CellError {
  readonly row: number;
  readonly field: string;
  readonly code: string;
  readonly facts?: FieldError['facts'];
}

/** Every wrong cell of these rows, as a registration would find it; empty rows have none. */
export async function cellErrors(rows: readonly GridRow[], catalogue: Catalogue): Promise<CellError[]> {
  const { lots, rowOf, errors } = linesOf(rows, catalogue);
  const known = new Set(errors.map(({ pointer }) => pointer));
  const found = (await fieldErrors(lots)).filter(({ pointer }) => !known.has(pointer));
  return [...errors, ...found].map(({ pointer, code, facts }) => {
    const [, line, field] = /^\/lots\/(\d+)(?:\/(\w+))?/.exec(pointer) ?? [];
    return { row: rowOf[Number(line)] ?? 0, field: field ?? 'category', code, ...(facts && { facts }) };
  });
}

async function fieldErrors(lots: readonly object[]): Promise<readonly FieldError[]> {
  try {
    await checked(LinesDto, { lots });
    return [];
  } catch (error) {
    if (error instanceof DomainError) return error.fields;
    throw error;
  }
}

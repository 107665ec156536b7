import { IsIn, IsOptional, Matches, MaxLength } from 'class-validator';
import { photoStages, type PhotoStage } from '#evidence';
import { IsCleanText, IsTime } from '#platform';
import { WriteDto } from '../../common/write.dto.js';

const id = '[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}';

/** Query of every photo upload. */
class AddPhotoQuery extends WriteDto {
  /** When the photo was taken, as the person says. */
  @IsOptional()
  @IsTime()
  taken?: string;
}

export class LotPhotoQuery extends AddPhotoQuery {
  @IsIn(photoStages)
  stage: PhotoStage = 'seizure';
}

export class SeizurePhotoQuery extends LotPhotoQuery {
  /** Ids of the lots that the photo shows, parted by commas; all lots of the seizure where absent. */
  @IsOptional()
  @MaxLength(40_000)
  @Matches(new RegExp(`^${id}(,${id})*$`))
  lots?: string;
}

export class EventPhotoQuery extends AddPhotoQuery {
  @IsIn(photoStages)
  stage!: PhotoStage;

  /** Code of the site, as the batch names it. */
  @IsOptional()
  @IsCleanText()
  @MaxLength(40)
  site?: string;
}

/** Why an original leaves the system. */
export class ReasonQuery {
  @IsCleanText()
  @MaxLength(500)
  reason!: string;
}

export class AddDocumentQuery extends WriteDto {
  /** What the document is about: `kind:id`. */
  @Matches(new RegExp(`^(seizure|lot|appraisal|decision|hold|transfer|batch|event):${id}$`))
  subject!: string;

  /** What it is, as a short code: `appraisal-report`. */
  @Matches(/^[a-z][a-z0-9-]{0,59}$/)
  kind!: string;
}

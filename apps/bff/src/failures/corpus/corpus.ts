import { type CorpusCause, type LabelledText, labelledTexts } from './corpus-cause.ts'
import { guestCauses } from './guest-causes.ts'
import { hostCauses } from './host-causes.ts'
import { languageCauses } from './language-causes.ts'
import { oddCauses } from './odd-causes.ts'
import { policyCauses } from './policy-causes.ts'
import { proxyCauses } from './proxy-causes.ts'
import { storageCauses } from './storage-causes.ts'

/** Causes in the vendor's style, each with texts whose names are to be put in. */
export const corpusCauses: readonly CorpusCause[] = [
  ...proxyCauses,
  ...storageCauses,
  ...hostCauses,
  ...guestCauses,
  ...policyCauses,
  ...languageCauses,
  ...oddCauses,
]

/** Failure texts with the cause a backup administrator would say they have. */
export const corpus: readonly LabelledText[] = corpusCauses.flatMap(labelledTexts)

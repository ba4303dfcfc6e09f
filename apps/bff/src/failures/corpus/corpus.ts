import { type LabelledText, labelledTexts } from './corpus-cause.ts'
import { guestCauses } from './guest-causes.ts'
import { hostCauses } from './host-causes.ts'
import { languageCauses } from './language-causes.ts'
import { oddCauses } from './odd-causes.ts'
import { policyCauses } from './policy-causes.ts'
import { proxyCauses } from './proxy-causes.ts'
import { storageCauses } from './storage-causes.ts'

/** Failure texts with the cause a backup administrator would say they have, in the vendor's style. */
export const corpus: readonly LabelledText[] = [
  ...proxyCauses,
  ...storageCauses,
  ...hostCauses,
  ...guestCauses,
  ...policyCauses,
  ...languageCauses,
  ...oddCauses,
].flatMap(labelledTexts)

import { foldCase } from './scan/fold-case.ts'
import type { KnownNames } from './scan/known-names.ts'

/**
 * These names without the VMs that do not occur in the text: of a session's hundreds of VMs hardly one
 * does, and to make them all ready to be found takes longer than to look for each.
 */
export function namesInText(text: string, names: KnownNames): KnownNames {
  const folded = foldCase(text)
  return { ...names, vms: names.vms.filter((vm) => folded.includes(foldCase(vm).trim())) }
}

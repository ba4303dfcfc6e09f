const glimpseLength = 300
const titleLength = 1500

/**
 * The beginning of a reason for one line beside its VM's name. EM opens many reasons with
 * `Processing <vm> Error: `, which would fill the line with what the row says already.
 */
export function glimpseOf(reason: string, vm: string): string {
  const opening = `Processing ${vm} Error: `
  const text = reason.startsWith(opening) ? reason.slice(opening.length) : reason
  return text.slice(0, glimpseLength)
}

/** As much of a reason as a title can hold; the whole of it is one click away. */
export function titleOf(reason: string): string {
  return reason.length > titleLength ? `${reason.slice(0, titleLength)}…` : reason
}

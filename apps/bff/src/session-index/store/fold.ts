/** A text as it is searched: whatever its case, and whichever way its accents are encoded. */
export function fold(text: string): string {
  return text.normalize('NFC').toLowerCase()
}

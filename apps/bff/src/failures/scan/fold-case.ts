/** The only character whose lower case is longer than itself. */
const growing = 'İ'

/** The text in lower case, every offset kept: the character that would grow stays as it is. */
export function foldCase(text: string): string {
  const lower = text.toLowerCase()
  if (lower.length === text.length) return lower
  return text
    .split(growing)
    .map((part) => part.toLowerCase())
    .join(growing)
}
